/** Of the study `clocks`. */
export const clocks: Readonly<Record<string, string>> = {
  'clocks: {}': '时钟：{0}',
  clocks: '时钟',
  'equal rates': '速率相等',
  'rates spread': '速率分散',
  'two targets': '两个目标',
  'equal clocks over p = 1/16': '等速时钟与 p = 1/16 之比',
  'spread clocks over equal ones': '分散时钟与等速时钟之比',
  'equal clocks over synchronous': '等速时钟与同步之比',
  'The network needs no common clock: with clocks of equal rates at its edges it ends no worse than with random updates on a common step.':
    '网络不需要公共时钟：各边的时钟速率相等时，其终点不比在公共的步上随机更新更差。',
  'That clocks of equal rates at the edges end no worse than random updates on a common step does not come out within a factor {} here.':
    '“各边时钟速率相等时，终点不比在公共的步上随机更新更差”在此于 {0} 倍之内不成立。',
  'In {}: {} times the error of p = 1/16, {} times that of the synchronous schedule, and with widely spread rates {} times that of equal rates.':
    '{0}：误差为 p = 1/16 时的 {1} 倍、同步方案的 {2} 倍；速率相差很大时为速率相等时的 {3} 倍。',
  'A clock rings at random and independently of all others (a Poisson process of its own), and its edge alone compares and updates: there is no step. The simulation of it is exact, ring by ring.':
    '每个时钟随机响起，与其他时钟独立（各自为一个泊松过程），只有它的边进行比较和更新：没有步。对它的仿真逐次响铃，是精确的。',
  'Spread rates: log-normal between edges with a coefficient of variation of 1.':
    '分散的速率：各边之间为对数正态分布，变异系数为 1。',
  'p = 1/16 is the Bernoulli schedule that moves one edge per step on average, as a ring does.':
    'p = 1/16 是平均每步变动一条边的伯努利方案，与一次响铃相同。',
  'All runs have equal expected updates per edge; α is the same. The ideal rule’s error is that at the end, the discrete rule’s the mean over the last tenth of the steps.':
    '全部运行中每条边的期望更新次数相等；α 相同。理想规则取结束时的误差，离散规则取最后十分之一步数的平均。',
  'Ours: the clocks (the paper’s abstract and talk say that edges update randomly and independently), their rates, the tasks.':
    '本程序自定：时钟（论文的摘要与报告只说各边随机独立更新）、其速率和任务。',
  'Final errors': '最终误差',
  'ratio to synchronous': '与同步之比',
  'After {} expected updates per edge: every run, median and quartiles.':
    '每条边的期望更新次数达到 {0} 后：每次运行、中位数和四分位数。',
  'error over that of the synchronous': '与同步的误差之比',
}
