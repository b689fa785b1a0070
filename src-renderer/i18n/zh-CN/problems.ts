import type en from '../en/problems'
import type { Translation } from '../translation'

export default {
  showFolder: '打开文件夹',
  chooseFolder: '选择文件夹…',
  dismiss: '关闭',
  kept: '保留：{what}',
  error: '错误',
  warning: '警告',
  info: '信息',
  errorSaid: '有一处出错：{message}',
  warningSaid: '请注意：{message}',
  infoSaid: '提示：{message}',
} satisfies Translation<typeof en>
