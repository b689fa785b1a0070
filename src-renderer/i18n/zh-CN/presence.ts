import type en from '../en/presence'
import type { Translation } from '../translation'

export default {
  absent: '不在场',
  connecting: '正在连接',
  identified: '已识别',
  learning: '学习中',
  reconnecting: '正在重连',
  lost: '失联',
  error: '错误',
  released: '已释放',
  theBoard: '电路板',
  theVirtual: '虚拟电路板',
  noBoard: '没有连接电路板。',
  connectOne: '请连接一块，或使用虚拟电路板。',
  opens: '正在打开{where}并询问对方身份。',
  startsAnew: '重新启动的电路板最多需要 3 s。',
  atRest: '它有应答，处于静止。',
  learnsItself: '它自行学习，并发送测得的数据。',
  wentAway: '{where}已离开；运行在电路板上继续。',
  plugAgain: '请重新插上：同一设备会自动收回。',
  notBack: '{where}没有回来。',
  plugConnect: '请插上并重新连接。已收到的全部数据都已保留。',
  cannotUse: '{where}无法使用。',
  checkIt: '请检查后重新连接。',
  isFree: '{where}已让给其他程序，例如用于烧写固件。',
  takeBack: '完成后请收回。',
} satisfies Translation<typeof en>
