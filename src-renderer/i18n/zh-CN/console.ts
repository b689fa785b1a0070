import type en from '../en/console'
import type { Translation } from '../translation'

export default {
  console: '控制台',
  filter: '筛选',
  filterLabel: '只显示含有……的行',
  goOn: '继续（{count} 行新）',
  hold: '暂停',
  copy: '复制',
  clear: '清空',
  close: '关闭控制台',
  offers: '可补全为',
  noAnswer: '现在没有电路板应答。',
  message: '发给电路板的消息',
  hint: '↑ ↓ 历史 · Tab 补全 · Esc 关闭',
  log: '收发的内容',
  noLine: '没有这样的行。',
  nothing: '尚未发送任何内容。试试在下面输入 *IDN?。',
  sent: '已发送',
  received: '已收到',
  note: '备注',
} satisfies Translation<typeof en>
