import type en from '../en/palette'
import type { Translation } from '../translation'

export default {
  title: '命令面板',
  find: '查找操作',
  what: '您想做什么？',
  actions: '操作',
  none: '没有这个名称的操作。换个词试试。',
  preset: '预设：{title}',
  pauseFirst: '请先暂停运行。',
} satisfies Translation<typeof en>
