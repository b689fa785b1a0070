import { actions, type ActionId } from './actions'
import type { Language } from './language'

interface ActionWords {
  title: string
  text: string
}

const english = Object.fromEntries(
  actions.map(({ id, title, text }) => [id, { title, text }]),
) as Record<ActionId, ActionWords>

const chinese: Record<ActionId, ActionWords> = {
  open: { title: '打开…', text: '运行、配置、网络、数据集或数据包。' },
  editor: { title: '编辑配置…', text: '全部参数，以表单和 JSON 显示。' },
  export: { title: '导出报告…', text: '把图表、数据和全部参数写入一个文件夹。' },
  toggle: { title: '开始或暂停', text: '让网络学习，或暂停运行。' },
  step: { title: '单步', text: '走一步；按住按键则持续前进。' },
  reset: { title: '重置到第 0 步', text: '同一配置从头开始。' },
  twin: { title: '仿真孪生', text: '在电路板旁同时运行仿真，或不运行。' },
  live: { title: '实时', text: '当前的运行。' },
  library: { title: '记录库', text: '全部已记录的运行。' },
  compare: { title: '对比', text: '把选中的运行叠在一起看。' },
  sweep: { title: '扫描', text: '改变参数的多次运行，以及差异有多可信。' },
  palette: { title: '命令面板…', text: '按名称查找任何操作。' },
  scale: { title: '损失刻度', text: '损失用对数或线性刻度显示。' },
  axis: { title: '时间轴', text: '按步、按每条边的更新次数或按运行时间计。' },
  follow: { title: '跟随最新点', text: '以当前缩放让最新点保持可见。' },
  console: { title: '电路板控制台', text: '用 SCPI 与电路板对话。' },
  language: { title: 'English（英文）', text: '窗口改用英文。' },
  docs: { title: '文档', text: '快速入门、术语与方程。' },
  tour: { title: '三步导览', text: '从哪里开始、改变什么、看什么。' },
  help: { title: '键盘快捷键', text: '窗口的全部按键。' },
  about: { title: '关于 Desynclab', text: '版本，以及其全部组成部分的许可证。' },
}

/** Name and sentence of every action, in each language. */
export const actionWords: Readonly<Record<Language, Readonly<Record<ActionId, ActionWords>>>> = {
  en: english,
  'zh-CN': chinese,
}
