import type en from '../en/about'
import type { Translation } from '../translation'

export default {
  title: '关于 Desynclab',
  close: '关闭',
  what: '研究无时钟、靠物理学习的网络的实验室。MIT 许可证。',
  version: '版本',
  runtime: '运行环境',
  runtimeText: 'Electron {electron}、Chromium {chrome}、Node {node}，平台 {platform}',
  tested: '全部测试都在此 Electron 版本上运行过。',
  untested: '测试在 Electron {versions} 上运行，而不是在此版本上。',
  licences: '许可证',
  licencesText: '其组成部分：{count} 个软件包。',
  search: '查找软件包或许可证',
  nothing: '没有这个名称的软件包。',
  noText: '该软件包没有附带许可证文本；其声明为 {licence}。',
  offline: '它不与任何人通信：没有数据离开此计算机，也不检查更新。',
} satisfies Translation<typeof en>
