/** Of the studies of spins. */
export const spins: Readonly<Record<string, string>> = {
  'spins-distance: {}': '自旋的距离：{0}',
  'spins-skips: {}': '自旋的跳边：{0}',
  'spins-desync: {}': '不同步的自旋：{0}',
  'spins-local: {}': '自旋的局部性：{0}',
  'exclusive or': '异或',
  corners: '四角',
  'all joined': '全部相连',
  'layers {}': '层 {0}',
  'lattice {}': '晶格 {0}',
  'windows of 4 x 4': '4 x 4 的窗口',
  '{} on {}': '{1}上的{0}',
  'length {}': '长度 {0}',
  'over {}': '超过 {0}',
  couplings: '耦合数',
  biases: '偏置数',
  learned: '学会',
  share: '比例',
  accuracy: '准确率',
  local: '局部',
  dense: '稠密',
  'skip bonds': '跳边',
  'median steps': '步数中位数',
  'median updates': '更新次数中位数',
  'median ratio': '比值中位数',
  'local less dense': '局部减稠密',
  'Local less dense': '局部减稠密',
  'Test accuracy': '测试准确率',

  'A run has learned at its first evaluation with a mean error below {}, over the four patterns with {} fresh random starts each (the error is the distance cost, from 0 to 1): no pattern is then above 0.04, and no start ends at a wrong answer. It ends there.':
    '运行在首次评估的平均误差低于 {0} 时即为学会，评估取四个模式、每个 {1} 次新的随机起始（误差为距离代价，从 0 到 1）：此时没有模式高于 0.04，也没有起始终于错误的回答。运行到此结束。',
  'A run that has not learned when it is given up counts with all of its steps, which makes differences smaller than they are.':
    '放弃时仍未学会的运行按其全部步数计，这使差别显得比实际小。',
  'After Wang, Wanjura and Marquardt: the energy, the log cost and equilibrium propagation (arXiv:2402.08579), and the question what the architecture does to training (arXiv:2601.21945, of which only the abstract was at hand). Ours: every network, size, placement and number here, the relaxation, the nudge, the vector biases, the optimiser and what counts as learned.':
    '依据 Wang、Wanjura 与 Marquardt：能量、对数代价与平衡传播（arXiv:2402.08579），以及结构如何影响训练这一问题（arXiv:2601.21945，手头只有其摘要）。本程序自定：这里的每个网络、大小、位置和数值，弛豫、推动、矢量偏置、优化器，以及何为学会。',
  '{} That spins update out of step is ours, after Wycoff et al. (2022), who did it with resistors.':
    '{0}自旋不同步地更新为本程序自定，仿照以电阻实现的 Wycoff et al. (2022)。',
  'Shares with their 95 % score interval (Wilson). Medians count runs that were given up with all of their steps.':
    '比例附 95 % 得分区间（Wilson）。中位数中，放弃的运行按其全部步数计。',
  'Every run, median and quartiles; runs at {} steps were given up.':
    '每次运行、中位数和四分位数；到 {0} 步的运行已被放弃。',
  'Steps until the exclusive or is learned': '学会异或所需的步数',

  'It is the distance from the inputs to the output more than the size of the lattice: {}.':
    '是输入到输出的距离，而不是晶格的大小：{0}。',
  'That distance costs more than size does not come out: {}, and the first is {} times the second.':
    '“距离的代价大于大小”不成立：{0}，前者是后者的 {1} 倍。',
  'from {} to {} bonds the steps change by a factor of {}, from {} to {} spins by {}':
    '从 {0} 到 {1} 条键，步数变为 {2} 倍，从 {3} 到 {4} 个自旋变为 {5} 倍',
  '95 % interval above 1 (it begins at {})': '95 % 区间高于 1（起于 {0}）',
  '95 % interval below 1 (it ends at {})': '95 % 区间低于 1（止于 {0}）',
  'Factor on the steps from {} to {} bonds, mean over sizes':
    '从 {0} 到 {1} 条键的步数倍率，对大小取平均',
  'Factor on the steps from {} to {}, mean over distances':
    '从 {0} 到 {1} 的步数倍率，对距离取平均',
  'That factor over the one from {} to {}, whichever way it works':
    '该倍率与从 {0} 到 {1} 的倍率之比，不论其方向',
  'Exclusive or, given up after {} steps': '异或，{0} 步后放弃',
  'Open square lattices. Both inputs stand in one row with one spin between them; the output is in the column of that spin, so many bonds from both. The middle of the lattice is between them.':
    '开放的方形晶格。两个输入位于同一行，其间隔一个自旋；输出位于该自旋所在的列，与两者相隔所述的键数。晶格的中心在它们之间。',
  'Steps are seen to {}. Factors are geometric means of paired ratios, with percentile bootstrap intervals over seeds (10,000 resamples).':
    '步数的分辨率为 {0}。倍率为配对比值的几何平均，附对种子的百分位自助法区间（重抽样 10,000 次）。',
  'Asked for: the steps grow with the distance, and by more than they change with the size from the smallest to the largest lattice.':
    '要求：步数随距离增长，且其增长大于步数从最小到最大晶格随大小的变化。',
  'The same seed draws other initial couplings in a lattice of another size: pairs are of seeds, and differ by chance.':
    '同一种子在另一大小的晶格中抽取不同的初始耦合：配对按种子，差别含偶然。',
  'from each input to the output': '从每个输入到输出',
  'Learned within {} steps': '{0} 步内学会',
  'Share of the runs, with its 95 % interval (Wilson).': '运行的比例，附 95 % 区间（Wilson）。',
  'bonds from each input to the output': '从每个输入到输出的键数',
  'share that learned': '学会的比例',

  Steps: '步数',
  '{} over no skip bonds': '{0}与无跳边之比',
  '{} over {}': '{0}与{1}之比',
  'equally many': '数目相等',
  'Exclusive or from corner to corner of {} spins, given up after {} steps':
    '{0} 个自旋上从角到角的异或，{1} 步后放弃',
  'An open square lattice of {} spins, inputs in the top corners, the output in the middle of the bottom row. {} skip bonds join spins that are so many rows plus columns apart, drawn at random from the seed; one may by chance join an input to the output.':
    '{0} 个自旋的开放方形晶格，输入在上方两角，输出在底行中间。{1} 条跳边连接行列距离之和为所述长度的自旋，由种子随机抽取；其中可能偶然有一条连接输入与输出。',
  'Steps are seen to {}. Ratios are medians of pairs with the same seed, with percentile bootstrap intervals (10,000 resamples).':
    '步数的分辨率为 {0}。比值为种子相同的各配对的中位数，附百分位自助法区间（重抽样 10,000 次）。',
  'Asked for: skip bonds of length {} need fewer steps than none, and than as many of length {}. The lattice without has {} couplings fewer: against it both the length and the number count.':
    '要求：长度为 {0} 的跳边所需步数少于没有跳边，也少于同样多的长度为 {1} 的跳边。没有跳边的晶格少 {2} 个耦合：与它相比，长度与数目都起作用。',
  'The same seed draws other initial couplings where their number is another: pairs of different numbers differ by chance.':
    '耦合数不同时，同一种子抽取不同的初始耦合：数目不同的配对含偶然差别。',
  '{} learn within {} steps without skip bonds, {} with {} of length {} and {} with {} of length {}; with the long ones the steps are {} times those without, and {} times those with the short ones':
    '没有跳边时，{1} 步内学会的为 {0}；有 {3} 条长度 {4} 的为 {2}，有 {6} 条长度 {7} 的为 {5}；用长键时步数是没有时的 {8} 倍、用短键时的 {9} 倍',
  'Skip bonds help, and long ones more than short ones: {}.':
    '跳边有帮助，长的比短的更有帮助：{0}。',
  'Skip bonds help, but that long ones help more does not come out: {}.':
    '跳边有帮助，但“长的更有帮助”不成立：{0}。',
  'That skip bonds of length {} help does not come out: {}.':
    '“长度 {0} 的跳边有帮助”不成立：{1}。',
  'Steps over those without skip bonds': '步数与没有跳边时之比',
  'Paired ratio to no skip bonds': '与没有跳边的配对比值',
  'Steps of each pair of runs with the same seed; the median with its 95 % bootstrap interval, and p of the sign test.':
    '种子相同的每一对运行的步数；中位数及其 95 % 自助法区间，以及符号检验的 p。',
  'steps over those without': '步数与没有时之比',

  '95 % upper bound of the median paired ratio of expected updates':
    '期望更新次数配对比值的中位数的 95 % 上界',
  'how much more of the runs learn, lower end of the 95 % interval':
    '学会的运行的比例之差，95 % 区间的下端',
  'Couplings and biases update together (p = 1), each at random and independently with probability p, or in a random division into groups that take turns. Every parameter has its own mean square and counts its own updates.':
    '耦合与偏置一起更新（p = 1），各以概率 p 随机独立更新，或随机分组轮流更新。每个参数有自己的均方，并计自己的更新次数。',
  'Compared are expected updates of a coupling, steps times p: all runs may have as many, and are looked at after equally many.':
    '比较的是一个耦合的期望更新次数，即步数乘以 p：全部运行的上限相同，并在同样的次数之后评估。',
  'Asked for: no more updates (the 95 % upper bound of the median paired ratio, from order statistics, at most {}), and no fewer runs that learn (by {} at most, percentile bootstrap).':
    '要求：更新次数不更多（配对比值中位数的 95 % 上界，由次序统计量，至多 {0}），学会的运行不更少（至多少 {1}，百分位自助法）。',
  'Updates are seen to {}, which is coarse where a network learns within a hundred.':
    '更新次数的分辨率为 {0}，对在一百次之内学会的网络较粗。',
  'the largest 95 % upper bound of a median paired ratio of expected updates is {} ({}, median {})':
    '期望更新次数配对比值中位数的 95 % 上界最大为 {0}（{1}，中位数 {2}）',
  'Spins that update out of step learn as surely and with no more updates, in every network and at every p: {}.':
    '不同步更新的自旋学得同样可靠，更新次数也不更多，在每个网络、每个 p 上都如此：{0}。',
  'That spins lose nothing by updating out of step does not come out for {}: {}; {}.':
    '“自旋不同步更新没有损失”对{0}不成立：{1}；{2}。',
  'more updates are needed for {}': '{0}需要更多更新',
  'the runs are too few to tell': '运行太少，无法判断',
  'Expected updates of a coupling until the exclusive or is learned':
    '学会异或所需的一个耦合的期望更新次数',
  'Updates until it is learned': '学会所需的更新次数',
  '{} couplings. Expected updates of each: every run, median and quartiles.':
    '{0} 个耦合。每个的期望更新次数：每次运行、中位数和四分位数。',
  'expected updates per coupling': '每个耦合的期望更新次数',
  'Every pair of runs with the same initial couplings; the median with its 95 % bootstrap interval, and p of the sign test.':
    '初始耦合相同的每一对运行；中位数及其 95 % 自助法区间，以及符号检验的 p。',
  'expected updates over those at p = 1': '与 p = 1 的期望更新次数之比',

  'mean paired difference of test accuracy': '测试准确率的平均配对差',
  'lower end of the 95 % interval': '95 % 区间的下端',
  'Local: open square lattices, four inputs in a row and the outputs two bonds below; for digits windows of 4 x 4 pixels at every second place in 4 channels, and a readout of the last layer. Dense: all spins joined, or each layer joined to the next. On Iris both have exactly as many couplings; on digits the dense layers have 26 more.':
    '局部：开放的方形晶格，四个输入成一行，输出在其下两条键处；对数字则为每隔一个位置的 4 x 4 像素窗口，共 4 个通道，并读出最后一层。稠密：全部自旋两两相连，或每层与下一层相连。在鸢尾花上两者的耦合数恰好相等；在数字上稠密层多 26 个。',
  'Equal in number are couplings, not spins or biases: a lattice has more free spins, each with a bias. Where all spins are joined, the couplings between two inputs are among the number and learn nothing.':
    '数目相等的是耦合，而不是自旋或偏置：晶格有更多自由自旋，每个带一个偏置。全部自旋相连时，两个输入之间的耦合也计入其中，而它们什么也不学。',
  '{} steps of 20 examples; the rate falls to a tenth over the last half. Test accuracy at the end, from 10 fresh random starts an example: nothing is chosen on it. Iris: 120 flowers to learn, 30 to test, split anew for each seed; both networks of a pair have the same split.':
    '{0} 步，每步 20 个样例；学习率在后一半降至十分之一。结束时的测试准确率取每个样例 10 次新的随机起始：不据此作任何选择。鸢尾花：120 朵用于学习，30 朵用于测试，每个种子重新划分；一对中的两个网络划分相同。',
  'Digits: {} steps, 8 x 8 pixels, 1000 to learn and 500 to test, synthetic and drawn anew for each seed: lines with a shift, a width and noise, much easier than handwriting.':
    '数字：{0} 步，8 x 8 像素，1000 个用于学习、500 个用于测试，为合成图形，每个种子重新绘制：带位移、宽度和噪声的线条，比手写容易得多。',
  'Asked for: of every pair the local network is at most {} less accurate, by the lower end of the interval of the mean paired difference (percentile bootstrap, 10,000 resamples).':
    '要求：每一对中局部网络的准确率至多低 {0}，按平均配对差区间的下端（百分位自助法，重抽样 10,000 次）。',
  'Digits are in the full form alone.': '数字只在完整形式中进行。',
  'Mean differences of test accuracy: {}': '测试准确率的平均差：{0}',
  'With as many couplings, spins joined to their neighbours alone are as accurate as densely joined ones, within {}.':
    '耦合数相同时，只与近邻相连的自旋与稠密相连的同样准确，相差不超过 {0}。',
  'That local networks are within {} of dense ones with as many couplings does not come out for {}: {}.':
    '“耦合数相同时局部网络与稠密网络相差不超过 {0}”对{1}不成立：{2}。',
  'less accurate is the local one in {}': '局部网络在{0}中较不准确',
  'less accurate is the local one in {}, by how much the runs are too few to tell':
    '局部网络在{0}中较不准确，但运行太少，无法判断相差多少',
  'Test accuracy at equal numbers of couplings': '耦合数相等时的测试准确率',
  'Means over seeds with their 95 % percentile bootstrap interval (10,000 resamples).':
    '种子的平均，附 95 % 百分位自助法区间（重抽样 10,000 次）。',
  'share of the test set that is right': '测试集中答对的比例',
  'Paired differences of test accuracy, median and quartiles; {} in the mean is allowed.':
    '测试准确率的配对差、中位数和四分位数；平均允许 {0}。',
  'difference of test accuracy': '测试准确率之差',
  'Every run, median and quartiles. {}.': '每次运行、中位数和四分位数。{0}。',
}
