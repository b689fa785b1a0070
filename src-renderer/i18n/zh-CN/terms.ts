import type en from '../en/terms'
import type { Translation } from '../translation'

export default {
  more: '更多',
  loss: '输出的均方误差：平滑曲线叠加在最小值到最大值的区带上。',
  network: '节点和边当前的导电状态；单击一条边即查看它，右键列出能对它做什么。',
  conductance: '各个电导值上有多少条边，现在与起始时的对比。',
  intervals: '一条边两次更新之间相隔多少步，以及更新方案所对应的分布规律。',
  outputs: '网络的输出当前在哪里，以及应该在哪里。',
  raster: '每条边一行，每次更新一个标记；右侧条形统计每条边的更新次数。',
  response: '每个自旋对输出的推动、对输入的转动或对两者的响应：其间的通道清晰可见。',
  evolution: '输出的响应与受影响部分如何增长；滑块显示当时的自旋。',
  twin: '电路板与旁边以同一种子学习的仿真相差多少。',
  compare: '所选运行的误差叠加在一起，每个运行一条线和一个字母。',
  final: '各运行的终点：每个运行一个点，并给出每组的中位数和四分位数。',
} satisfies Translation<typeof en>
