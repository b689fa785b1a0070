/** Of the figures of sweeps: an axis keeps the name of its field. */
export const sweeps: Readonly<Record<string, string>> = {
  'training error': '训练误差',
  'best training error': '最佳训练误差',
  'best training error (V²)': '最佳训练误差 (V²)',
  'training error, mean of the last tenth': '训练误差，最后十分之一的平均',
  'training error, mean of the last tenth (V²)': '训练误差，最后十分之一的平均 (V²)',
  'test error': '测试误差',
  'test error (V²)': '测试误差 (V²)',
  'best test error': '最佳测试误差',
  'best test error (V²)': '最佳测试误差 (V²)',
  'test accuracy': '测试准确率',
  '{} by seed': '{0}，按种子',
  '{} by {*}': '{0}，按 {1}',
  '{} over {*} and {*}': '{0}，随 {1} 和 {2} 的变化',
  'Ratio to {*}, in pairs': '与 {0} 的成对比值',
  'ratio of {}': '{0}之比',
  'Every point is a run; the box spans the quartiles around the median.':
    '每个点是一次运行；方框为中位数两侧的四分位数。',
  'Medians over the seeds.': '种子的中位数。',
  'Median ratio of runs with the same seed, its 95 % bootstrap interval, and the sign test.':
    '种子相同的运行之比的中位数、其 95 % 自助法区间，以及符号检验。',
  'Median over the runs, with the band between the quartiles.':
    '运行的中位数，及四分位数之间的带。',
  'Runs of all values of {*} are taken together.': '{0} 取各值的运行合在一起。',
  runs: '运行',
  all: '全部',
}
