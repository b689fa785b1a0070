/**
 * Titles, axes and captions of the figures of sweeps: as in `sentences`. Names of fields and of
 * treatments stay as they are in a plan.
 */
export const figureSentences: Readonly<Record<string, string>> = {
  'training error': '训练误差',
  'best training error': '最小训练误差',
  'final training error': '最终训练误差',
  'training error, mean of the last tenth': '训练误差，最后十分之一的均值',
  'test error': '测试误差',
  'best test error': '最小测试误差',
  'test accuracy': '测试准确率',
  '{} (V²)': '{0} (V²)',
  seed: '种子',
  step: '步',
  runs: '各次运行',
  'expected updates per edge': '每条边的期望更新次数',
  'Learning curves': '学习曲线',
  'Learning curves, {}': '学习曲线，{0}',
  '{} by {}': '{0}，按 {1}',
  '{} over {} and {}': '{0}，按 {1} 和 {2}',
  'Ratio to {}, in pairs': '与 {0} 之比，成对',
  'ratio of {}': '{0}之比',
  'Every point is a run; the box spans the quartiles around the median.':
    '每个点是一次运行；方框为中位数两侧的四分位数。',
  'Medians over the seeds.': '各种子的中位数。',
  'Median ratio of runs with the same seed, its 95 % bootstrap interval, and the sign test.':
    '种子相同的运行之比的中位数、其 95 % 自助法区间和符号检验。',
  'Median over the runs, with the band between the quartiles.':
    '各次运行的中位数，带四分位数之间的带。',
  '{} Runs of all values of {} are taken together.': '{0} {1} 取任何值的运行都合在一起。',
}
