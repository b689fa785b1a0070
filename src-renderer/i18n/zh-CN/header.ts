import type en from '../en/header'
import type { Translation } from '../translation'

export default {
  console: '控制台',
  consoleHint: '用 SCPI 与电路板对话。',
  open: '打开…',
  openLabel: '打开',
  openHint: '打开运行、配置、网络、数据集或数据包；也可以把文件拖到窗口上。',
  export: '导出报告…',
  exporting: '正在导出…',
  exportLabel: '导出报告',
  exportHint: '把图表、数据和全部参数写入一个文件夹。',
  shortcuts: '键盘快捷键',
  shortcutsHint: '键盘快捷键。',
  keyboard: '键盘',
  close: '关闭',
  arrowKeys: '在输入框中：略增或略减；按住 Shift 则为十倍',
  enterKey: '在网络的边上：切断或恢复它',
  views: '视图',
} satisfies Translation<typeof en>
