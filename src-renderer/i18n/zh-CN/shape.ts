import type en from '../en/shape'
import type { Translation } from '../translation'

export default {
  orNull: '，或 null',
  oneOf: '以下之一：{list}',
  flag: 'true 或 false',
  text: '文本',
  textMost: '至多 {most} 个字符的文本',
  list: '列表{bounds}',
  object: '对象',
  above: '，大于 {n}',
  from: '，不小于 {n}',
  below: '，小于 {n}',
  to: '，不大于 {n}',
  multiple: '，{n} 的倍数',
  number: '数{low}{high}{step}',
  whole: '整数{low}{high}{step}',
  atLeast: '，至少 {n} 项',
  between: '，{least} 到 {most} 项',
} satisfies Translation<typeof en>
