/** Of the study `discrete`. */
export const discrete: Readonly<Record<string, string>> = {
  'discrete: {}': '离散档位：{0}',
  'Desynchronising helps on discrete levels ({}): the median error at the end is {} of that at p = 1, the paired ratio {}.':
    '去同步对离散档位有帮助（{0}）：结束时误差的中位数是 p = 1 时的 {1} 倍，配对比值 {2}。',
  'That desynchronising helps does not come out here ({}): the median error at the end is {} of that at p = 1, the paired ratio {}.':
    '“去同步有帮助”在此不成立（{0}）：结束时误差的中位数是 p = 1 时的 {1} 倍，配对比值 {2}。',
  'median error over that at p = 1': '误差中位数与 p = 1 时之比',
  'the finer grid': '更细网格',
  'the random group': '随机组',
  'the groups in turn': '轮流组',
  'finer grid': '更细网格',
  'group anew': '每步新组',
  'groups in turn': '轮流组',
  'independent edges': '各边独立',
  'the mean error at the end': '结束时的平均误差',
  'the best error within {} steps': '{0} 步内的最佳误差',
  'median paired ratio of {}': '{0}的配对比值中位数',
  'Of {} there is no gain to explain (ratio {}).': '{0}没有需要解释的改善（比值 {1}）。',
  'Its gain in {} (ratio {}) survives against {}.': '它在{0}上的改善（比值 {1}）与{2}对照时仍在。',
  'Its gain in {} (ratio {}) does not survive against {}.':
    '它在{0}上的改善（比值 {1}）与{2}对照时不再存在。',
  'Its gain in {} (ratio {}) survives against {}, not against {}.':
    '它在{0}上的改善（比值 {1}）与{2}对照时仍在，与{3}对照时不再存在。',
  'Every run has {} expected updates per edge: {} steps at p = 1, {} / p at the others, so also best errors within the first {} steps are given.':
    '每次运行中每条边的期望更新次数为 {0}：p = 1 时为 {1} 步，其余为 {2} / p 步，因此也给出前 {3} 步内的最佳误差。',
  'The error at the end is the mean over the last tenth of the steps, as a discrete run never stands still.':
    '结束时的误差取最后十分之一步数的平均，因为离散运行从不静止。',
  'Control 1, finer grid: synchronous, the level step divided by 1/p over the same range and from the same start. It has the smaller jitter and no randomness.':
    '对照 1，更细网格：同步，档位步长除以 1/p，范围与起点相同。抖动较小，且没有随机性。',
  'Control 2, group anew: on each step one random group of edges updates together; its mean size is that of the mask. Random, but not independent.':
    '对照 2，每步新组：每步随机取一组边一起更新，其平均大小与随机更新相同。随机，但不独立。',
  'Control 3 (ours), groups in turn: the edges divided at random once into 1/p groups that update in turn. As few edges move, nothing is random after the start.':
    '对照 3（本程序自定），轮流组：各边一次性随机分为 1/p 组，轮流更新。变动的边同样少，开始之后没有随机性。',
  'Cycles are found exactly (Brent, 1980): the state came back, and the step is a function of the state.':
    '循环由精确方法找出（Brent，1980）：状态重现，而每一步是状态的函数。',
  'Ours: the tasks (two random targets, random roles on the 16 edges), the grid of levels, p, and the number of steps.':
    '本程序自定：任务（两个随机目标，16 边网络上的随机角色）、档位数与 p 的取值，以及步数。',
  'Without the treatment “{}”: {*}': '缺少处理“{0}”：{1}',
  'errors, V², medians over {} tasks': '误差，V²，{0} 个任务的中位数',
  'mean at the end': '结束时平均',
  'best in {} steps': '{0} 步内最佳',
  'best in equal updates': '更新次数相等时最佳',
  'Caught in a cycle': '陷入循环',
  'runs caught': '陷入的运行',
  'median length': '长度中位数',
  longest: '最长',
  'median step of it': '陷入步数的中位数',
  'not watched': '未监视',
  'Lengths in steps, exact. Random schedules are in no cycle: their state may come back and go on differently.':
    '长度以步计，精确。随机方案不处于循环：其状态可能重现而后走向不同。',
  'Mean error at the end': '结束时的平均误差',
  'Best error within {} steps': '{0} 步内的最佳误差',
  'Every task, median and quartiles: independent edges and the controls that move as little per step.':
    '每个任务、中位数和四分位数：各边独立，以及每步变动同样少的对照。',
  'The lowest error that a run visits in an equal number of steps.':
    '步数相等时一次运行所到过的最低误差。',
  'mean share of the edges that move on a step': '一步上变动的边的平均比例',
  'error at the end (V²)': '结束时的误差 (V²)',
  'best error (V²)': '最佳误差 (V²)',
  'Mean error at the end over levels and p': '结束时的平均误差随档位数和 p 的变化',
  'Median over the tasks, independent edges; the colour goes with its logarithm.':
    '各边独立时任务的中位数；颜色取其对数。',
}
