/** Of the study `speed`. */
export const speed: Readonly<Record<string, string>> = {
  'A laboratory step of {} µs is met at about {} edges: below, this computer is faster than the laboratory.':
    '约 {1} 条边时与实验室的一步（{0} µs）相当：少于此数，这台计算机比实验室快。',
  'At every size measured ({} to {} edges) a laboratory step of {} µs is faster than this computer.':
    '在所测的每个规模（{0} 至 {1} 条边）上，实验室的一步（{2} µs）都比这台计算机快。',
  'Up to {} edges this computer is faster than a laboratory step of {} µs.':
    '直到 {0} 条边，这台计算机都比实验室的一步（{1} µs）快。',
  'At {} edges a simulated step takes {} µs, {} times as fast as that laboratory step.':
    '{0} 条边时仿真的一步用时 {1} µs，速度是实验室一步的 {2} 倍。',
  'edges at which a simulated step takes {} µs': '仿真的一步用时 {0} µs 的边数',
  'time of a simulated step at {} edges, µs': '{0} 条边时仿真一步的用时，µs',
  'Time of one simulated step': '仿真一步的用时',
  'median, µs': '中位数，µs',
  least: '最少',
  most: '最多',
  'steps per second': '每秒步数',
  '{} times {} ms on one core; other programs on this computer slow it down.':
    '在一个核上 {0} 次，每次 {1} ms；这台计算机上的其他程序会使它变慢。',
  'Computer against hardware': '计算机与硬件',
  'Time of one simulated step on one core of this computer, beside a laboratory step of {} µs that does not depend on the size.':
    '这台计算机一个核上仿真一步的用时，以及与规模无关的实验室一步（{0} µs）。',
  'time of a step (µs)': '一步的用时 (µs)',
  'this computer': '这台计算机',
  laboratory: '实验室',
  'Square lattices with sources and targets on both sides, one example, the ideal rule, half of the edges per step: free state, clamped state and update of every step are computed, nothing is recorded or drawn.':
    '方形晶格，源与目标在两侧，一个样例，理想规则，每步更新一半的边：每步计算自由态、钳制态和更新，不记录也不绘制。',
  'The laboratory step is yours to set (--lab-step). The default of 500 µs is the upper end of what the published control code of the transistor network (32 edges) takes on its microcontroller, 123 to 512 µs; that it is the same for more edges is an assumption, as edges relax side by side.':
    '实验室的一步由您设定（--lab-step）。默认的 500 µs 是晶体管网络（32 条边）已发表的控制代码在其微控制器上用时（123 至 512 µs）的上端；边更多时用时不变是一种假设，因为各边同时弛豫。',
  'In 2021 the authors claimed that a network of {} edges in the lab outpaces its simulation; their simulation is not this one.':
    '2021 年作者称实验室中 {0} 条边的网络快于其仿真；他们的仿真并非本仿真。',
}
