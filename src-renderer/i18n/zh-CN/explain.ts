import type en from '../en/explain'
import type { Translation } from '../translation'

export default {
  moreThan: '大于 {value}。',
  atLeast: '至少为 {value}。',
  lessThan: '小于 {value}。',
  atMost: '至多为 {value}。',
  multiple: '{value} 的倍数。',
  whole: '必须是整数。',
  number: '必须是数。',
  oneOf: '只能是以下之一：{values}。',
} satisfies Translation<typeof en>
