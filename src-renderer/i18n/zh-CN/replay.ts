import type en from '../en/replay'
import type { Translation } from '../translation'

export default {
  replay: '回放',
  of: '回放：{name}',
  count: '更新与间隔从您所到的步之前不久开始计。',
  honest: '——除检查点之间的状态外不重新计算',
  resumeHint: '运行本身从最新的检查点继续学习。',
  resume: '继续运行',
  closeHint: '回到之前的内容。',
  close: '关闭',
  step: '回放的步',
  stepOf: '第 {step} 步，共 {steps} 步',
  ofSteps: '/ {steps}',
  speed: '回放速度',
} satisfies Translation<typeof en>
