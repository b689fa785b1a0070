import type en from '../en/actions'
import type { Translation } from '../translation'

export default {
  noBoard: '没有可供运行的电路板。',
  noNetwork: '尚无网络。',
  failed: '运行失败：请先重置。',
  onlyBoard: '仅在以电路板为机器时可用。',
  noConfig: '尚无配置。',
  exporting: '正在写报告。',
  noRun: '尚无可报告的运行。',
  onlyLive: '仅在实时视图中可用。',
} satisfies Translation<typeof en>
