/** Of the study `mini-batch`. */
export const miniBatch: Readonly<Record<string, string>> = {
  'mini-batch: {} rule': '小批量：{0}规则',
  'Random updates are like mini-batches here: for every p there is a batch size with the same displacement after convergence and the same error.':
    '在此随机更新与小批量相似：对每个 p 都有一个批量大小，收敛后的位移和误差都相同。',
  'That random updates are like mini-batches does not come out as a whole here.':
    '“随机更新与小批量相似”在此整体上不成立。',
  'Under the {} rule in {} steps: {}.': '{0}规则下，{1} 步中：{2}。',
  '{} moves like b = {} with {} times its error': '{0} 的移动与 b = {1} 相当，误差为其 {2} 倍',
  '{} has no batches to be compared with': '{0} 没有可比较的小批量',
  '{} moves no more than p = 1 with all examples': '{0} 的移动不多于取全部样例的 p = 1',
  '{} moves less than even b = {}': '{0} 的移动比 b = {1} 还少',
  '{} moves more than even b = {}': '{0} 的移动比 b = {1} 还多',
  'has no batches to be compared with': '没有可比较的小批量',
  'moves no more than p = 1 with all examples': '移动不多于取全部样例的 p = 1',
  'moves less than even b = {}': '移动比 b = {0} 还少',
  'moves more than even b = {}': '移动比 b = {0} 还多',
  'p with a batch size of equal displacement and equal error (within a factor {}), both rules and lags':
    '有批量大小使位移相等、误差相等（相差在 {0} 倍之内）的 p 所占比例，两种规则与两种滞后合计',
  'all of them: 1': '全部：1',
  'Displacement: {} steps of a noisy regression ({} examples, 0.1 V of noise on the targets), then {} steps more in which the conductances are looked at on every step. The error has settled by then; conductances still drift along directions that hardly change it, so the run’s own mean drift is taken out, and the rest of the same seed with p = 1 and all examples is subtracted.':
    '位移：先进行 {0} 步带噪回归（{1} 个样例，目标上有 0.1 V 噪声），再进行 {2} 步，其间每步都观察电导。此时误差已稳定；电导仍沿几乎不改变误差的方向漂移，因此扣除该运行自身的平均漂移，并减去同一种子在 p = 1、取全部样例时的余量。',
  'Equal mean drift: α/p under the ideal rule, 1/p levels per update under the discrete one; batches are drawn anew on each step.':
    '平均漂移相等：理想规则取 α/p，离散规则每次更新移动 1/p 个档位；小批量每步重新抽取。',
  'For each p the matching b is found by interpolation (logarithms of displacement over that of b) between b = {}; outside of them none matches.':
    '对每个 p，在 b = {0} 之间插值（位移的对数对 b 的对数）得到相匹配的 b；在其之外则无匹配。',
  'At the matching b the errors are compared; within a factor {} they count as alike.':
    '在相匹配的 b 处比较误差；相差在 {0} 倍之内视为相同。',
  'Ours: the task, α, the 1024 levels, the grids of p and b, the lags.':
    '本程序自定：任务、α、1024 个档位、p 与 b 的取值、滞后。',
  '{} rule: {} seeds failed and are left out.': '{0}规则：{1} 个种子失败，未计入。',
  'Noise after convergence': '收敛后的噪声',
  '{} rule': '{0}规则',
  'medians over {} seeds': '{0} 个种子的中位数',
  'error at the end': '结束时的误差',
  'error at the end (V²)': '结束时的误差 (V²)',
  'variance of a step': '一步的方差',
  'displacement in {} steps': '{0} 步的位移',
  'displacement in {} steps ({})': '{0} 步的位移 ({1})',
  'displacement ({})': '位移 ({0})',
  'Variances (summed over edges) and displacements (mean over edges) beyond those of p = 1 with all examples.':
    '超出取全部样例的 p = 1 的方差（对各边求和）与位移（对各边平均）。',
  'For each p the b with the same displacement': '对每个 p 给出位移相同的 b',
  'error over that of this b': '与该 b 的误差之比',
  'Final error against noise': '最终误差与噪声',
  'Every run of masks and of batches by its displacement in {} steps beyond that of p = 1 with all examples, and by its error at the end.':
    '随机更新与小批量的每次运行：横轴为其 {0} 步的位移超出取全部样例的 p = 1 的部分，纵轴为结束时的误差。',
  'random updates': '随机更新',
  batches: '小批量',
  'Displacement after convergence': '收敛后的位移',
  'Mean squared displacement of the conductances in {} steps, beyond that of p = 1 with all examples: every seed, median and quartiles.':
    '电导在 {0} 步中的均方位移超出取全部样例的 p = 1 的部分：每个种子、中位数和四分位数。',
  'update probability or batch size': '更新概率或批量大小',
}

/** Of the covariance of one update, which the study `mini-batch` measures first. */
export const covariance: Readonly<Record<string, string>> = {
  'covariance of one update: largest relative Frobenius error at {} points':
    '一次更新的协方差：{0} 个点上最大的相对 Frobenius 误差',
  'its {} entries predicted 0: the largest in standard errors':
    '其中 {0} 个预测为 0 的元素：以标准误计的最大者',
  'Covariance: at each stated point of one training run the state is held (α is lowered to {}, and the covariance scales as α²) and {} updates are drawn. What every example alone would change is measured with one step on it.':
    '协方差：在一次训练运行的每个所示点上保持状态不变（α 降至 {0}，协方差按 α² 缩放），抽取 {1} 次更新。每个样例单独会引起的改变，由在其上走一步测得。',
  'The prediction is the formula of the physics page: with C the population covariance of the examples’ changes and g their mean, S = C (M − b) / ((M − 1) b), or C / b with replacement; masks make it p² S + p (1 − p) diag(g² + diag S).':
    '预测取物理页的公式：C 为各样例所致改变的总体协方差，g 为其均值，S = C (M − b) / ((M − 1) b)，有放回时为 C / b；随机更新使其成为 p² S + p (1 − p) diag(g² + diag S)。',
  '{} with replacement': '{0}，有放回',
  predicted: '预测',
  'Spectrum of one update after {} steps': '{0} 步后一次更新的谱',
  'Eigenvalues of the covariance over α²: points as measured, dashed lines as predicted.':
    '协方差的特征值除以 α²：点为实测，虚线为预测。',
  eigenvalue: '特征值',
  'variance / α²': '方差 / α²',
  'Covariance of one update, measured over predicted': '一次更新的协方差，实测与预测之比',
  'Frobenius error': 'Frobenius 误差',
  trace: '迹',
  'largest eigenvalue': '最大特征值',
  'entries predicted 0': '预测为 0 的元素',
  'the largest, standard errors': '其最大者，以标准误计',
  'Of a table of {} examples on the 16 edges, ideal rule.':
    '16 边网络上 {0} 个样例的数据表，理想规则。',
}
