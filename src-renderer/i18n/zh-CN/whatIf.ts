import type en from '../en/whatIf'
import type { Translation } from '../translation'

export default {
  title: '如果……会怎样？',
  close: '关闭',
  change: '改变',
  fromTo: '从 {value} 变为',
  about: '只改这一处的新运行从第 0 步开始。当前运行留在记录库中。',
  go: '开始',
  same: '这就是它当前的值：不会有任何改变。',
} satisfies Translation<typeof en>
