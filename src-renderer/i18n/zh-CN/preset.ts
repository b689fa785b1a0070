import type en from '../en/preset'
import type { Translation } from '../translation'

export default {
  hint: '值得从它开始的配置。',
  preset: '预设',
  own: '自己的配置',
  changed: '已改',
  whatIfHint: '只改一处会怎样？同一运行从第 0 步再来一次。',
  whatIf: '如果……会怎样？',
  about: '关于此预设',
  lookAt: '请看',
} satisfies Translation<typeof en>
