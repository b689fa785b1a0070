import type en from '../en/physics'
import type { Translation } from '../translation'

export default {
  singular: '奇异',
  physics: '物理量',
  freeHint: '最新样例的自由态中全部边耗散的功率。',
  free: '功率，自由态',
  clampedHint: '同上，钳制态，输出被微推。',
  clamped: '钳制态',
  conditionHint: '约化拉普拉斯矩阵的 1-范数条件数：电导的误差在电压中可能被放大多少。',
  condition: '条件数',
  noiseHint: '更新的噪声尺度：一步的变化偏离其均值的量对各边的均方根，自打开此栏或改变运行起计。',
  noise: '每步噪声',
  displacementHint:
    '最长滞后上电导的均方位移；小图为全部滞后，两轴均为对数。扩散时随滞后线性增长，漂移时随其平方增长。',
  displacement: '位移²',
  over: '历经 {lag} 步',
  lag: '滞后',
} satisfies Translation<typeof en>
