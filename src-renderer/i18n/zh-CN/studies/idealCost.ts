/** Of the study `ideal-cost`. */
export const idealCost: Readonly<Record<string, string>> = {
  'ideal-cost: {}': '理想系统中的代价：{0}',
  'Desynchronising costs nothing that can be seen in the ideal system: at every p from 0.1 on and in all three tasks the error is no more than {} times that at p = 1; {}.':
    '在理想系统中看不出去同步有任何代价：从 0.1 起的每个 p、在全部三个任务中，误差都不超过 p = 1 时的 {0} 倍；{1}。',
  'That desynchronising costs nothing does not come out for {}: {}, above {}.':
    '“去同步没有代价”对{0}不成立：{1}，高于 {2}。',
  'Training error after {} expected updates per edge: every run, median and quartiles.':
    '每条边的期望更新次数达到 {0} 后的训练误差：每次运行、中位数和四分位数。',
  'Final training errors, V²': '最终训练误差，V²',
  'Seeds by power': '由检验功效定种子数',
  'pilot seeds': '预试种子数',
  'power by the pilot': '预试得出的功效',
  'Power: the share of resampled studies of that size whose bound is at most {} at the worst p.':
    '功效：在最差的 p 上界仍至多为 {0} 的研究，占该规模重抽样研究的比例。',
  'Every task has equal expected updates per edge at every p; α is the same at every p.':
    '每个任务在每个 p 上每条边的期望更新次数相等；α 在每个 p 上相同。',
  'Equivalence: the 95 % upper bound of the median paired ratio (order statistics, exact whatever the law of the ratios) is held against {}.':
    '等效：以配对比值中位数的 95 % 上界（次序统计量，无论比值服从何种分布都精确）与 {0} 比较。',
  'The number of seeds is the least of {} with a power of {} at every p, by resampling a pilot of {} other seeds.':
    '种子数取 {0} 中在每个 p 上功效都达到 {1} 的最小者，由对另外 {2} 个种子的预试重抽样得出。',
  'Errors below {} V², a microvolt, count as that: below it rounding decides.':
    '低于 {0} V²（一微伏）的误差按此值计：再低即由舍入决定。',
  'Ours: the tasks’ networks, the learning rates (small, so that runs follow the continuous rule; at larger ones a solvable task stopped on its way down shows larger ratios), the grid of p, the margin.':
    '本程序自定：任务的网络、学习率（取小值，使运行遵循连续规则；更大时，可解的任务若在下降途中停止，会显出更大的比值）、p 的取值和界限。',
  'the power of {} seeds is {}, below {}.': '{0} 个种子的功效为 {1}，低于 {2}。',
}
