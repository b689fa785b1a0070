/** Of the study `damage`. */
export const damage: Readonly<Record<string, string>> = {
  'damage: {}': '损坏：{0}',
  'A damaged network recovers better when its edges update at random ({}).':
    '各边随机更新时，受损的网络恢复得更好（{0}）。',
  'That a damaged network recovers better when its edges update at random does not come out here ({}).':
    '“各边随机更新时，受损的网络恢复得更好”在此不成立（{0}）。',
  'The geometric mean of its errors after the cuts is {} times that at p = 1, the plain mean, which the worst phase rules, {}.':
    '切断之后各误差的几何平均是 p = 1 时的 {0} 倍；算术平均由最差的阶段决定，为 {1} 倍。',
  'Over the error before any cut, the error after {} cuts is {} (medians).':
    '切断 {0} 条边之后的误差与切断之前之比为 {1}（中位数）。',
  'upper end of the 95 % interval of the median paired ratio of errors after cuts (geometric means), p = {} over p = 1':
    '切断之后误差（几何平均）的配对比值中位数 95 % 区间的上端，p = {0} 与 p = 1 之比',
  'the same of plain means': '算术平均的同一数值',
  'error after {} cuts over that before any, median':
    '切断 {0} 条边之后的误差与切断之前之比，中位数',
  'Errors of the phases': '各阶段的误差',
  'medians over {} damaged tasks': '{0} 个受损任务的中位数',
  'cuts so far': '已切断',
  'right after the cut': '刚切断之后',
  'at the end of the phase': '阶段结束时',
  before: '之前',
  'cut {}': '切断 {0}',
  'cuts {}': '切断序列 {0}',
  'Error while edges are cut': '切断各边期间的误差',
  'An edge is cut after every {} expected updates per edge. Median over tasks and the band between the quartiles.':
    '每条边的期望更新次数每增加 {0} 即切断一条边。任务的中位数，及四分位数之间的带。',
  'Error at the end of each phase': '每个阶段结束时的误差',
  'Every damaged task, median and quartiles.': '每个受损任务、中位数和四分位数。',
  phase: '阶段',
  'error at its end (V²)': '其结束时的误差 (V²)',
  'Every damaged task; the median with its 95 % bootstrap interval, and p of the sign test.':
    '每个受损任务；中位数及其 95 % 自助法区间，以及符号检验的 p。',
  '{} of the damaged tasks failed at some p and are left out.':
    '{0} 个受损任务在某个 p 上失败，未计入。',
  'Two random targets under the sign rule with 128 levels; after every {} expected updates per edge one edge is cut, {} in all, drawn so that the network stays in one piece, also around the nodes that are held; the same cuts and tasks at every p.':
    '两个随机目标，符号规则，128 个档位；每条边的期望更新次数每增加 {0} 即切断一条边，共 {1} 条，抽取时使网络保持连通，绕开被保持的节点也连通；每个 p 上的切断与任务都相同。',
  'The error of a phase is the mean over its last {} expected updates per edge.':
    '一个阶段的误差取其最后 {0} 次每边期望更新的平均。',
  'Recovery: the geometric mean of the errors of the phases after a cut, held against p = 1 in pairs (errors of phases differ by powers of ten; the plain mean is given too), and the last error over that before any cut of the same run.':
    '恢复：切断之后各阶段误差的几何平均，与 p = 1 成对比较（各阶段的误差相差若干个数量级；也给出算术平均），以及最后的误差与同一运行切断之前的误差之比。',
  'Some tasks cannot be done any more by what is left of the network; that is the same at every p.':
    '有些任务已无法由余下的网络完成；这在每个 p 上相同。',
  'Ours: the cuts, their number and distance, the tasks. No number of a paper is used.':
    '本程序自定：切断、其数目与间隔、任务。未采用任何论文的数值。',
}
