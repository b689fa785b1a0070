import type en from '../en/limits'
import type { Translation } from '../translation'

export default {
  thisBoard: '此电路板',
  thisMachine: '此机器',
  noRule: '{who}不支持{rule}。',
  noSchedule: '{who}不支持{schedule}：它支持{others}。',
  replay: '回放显示的是记录。',
  notLive: '{who}在学习时不接受此项：请先暂停。',
  cannotCut: '{who}不能切断边。',
  cannotFreeze: '{who}不能冻结边。',
  cannotRestore: '{who}不能恢复边。',
  ownPace: '电路板以自己的节奏学习。',
  cannotStick: '{who}不能使边卡滞。',
} satisfies Translation<typeof en>
