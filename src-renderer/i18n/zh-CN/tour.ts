import type en from '../en/tour'
import type { Translation } from '../translation'

export default {
  tour: '导览',
  of: '{at} / {count}',
  skip: '跳过',
  back: '上一步',
  done: '完成',
  next: '下一步',
  startTitle: '从这里开始',
  startText: '按下“开始”后网络便自行学习；每一步有一部分边作出调整。',
  pTitle: '改变 p',
  pText: 'p 是一条边在一步上更新的概率。在运行中移动它，看看有何变化。',
  rasterTitle: '看看谁在更新',
  rasterText: '每条边一行，每次更新一个标记。上方的曲线是误差：随着网络学习而下降。',
} satisfies Translation<typeof en>
