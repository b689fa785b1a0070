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
  taskAllostery: '变构',
  taskRegression: '线性回归',
  taskIris: '鸢尾花',
  taskTable: '数据集',
  taskXor: '异或',
  taskDigits: '数字',
  taskSwitching: '任务轮流',
  kindSynchronous: '同步',
  kindBernoulli: '伯努利',
  kindRates: '不等速率',
  kindPoisson: '泊松时钟',
  kindSweep: '顺次扫描',
  kindBlock: '分块',
} satisfies Translation<typeof en>
