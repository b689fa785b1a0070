import type en from '../en/names'
import type { Translation } from '../translation'

export default {
  ideal: '理想规则',
  discrete: '离散规则',
  synchronous: '同步',
  bernoulli: '随机（伯努利）',
  rates: '不等速率',
  poisson: '泊松时钟',
  sweep: '顺次扫描',
  block: '分块轮流',
  comma: '、',
  and: '{some}和{last}',
  xy: '平衡传播的自旋',
} satisfies Translation<typeof en>
