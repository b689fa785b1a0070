import type en from '../en/docs'
import type { Translation } from '../translation'

export default {
  chapters: '章节',
  documentation: '文档',
  searchLabel: '搜索文档',
  search: '搜索',
  nothing: '没有提到这个。',
  close: '关闭',
} satisfies Translation<typeof en>
