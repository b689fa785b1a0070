/** What the engine says of plans, sweeps and their folders; see `sentences`. */
export const sweepSentences: Readonly<Record<string, string>> = {
  'The runs of this plan are on a board, and there is one of it for all cores.':
    '此计划的运行在电路板上，而供全部处理器核的电路板只有一块。',
  'Nothing was run.': '没有进行任何运行。',
  'Set base.machine.kind to simulated.': '请把 base.machine.kind 设为 simulated。',
  'It may need more memory than there is: take fewer workers, or a smaller network.':
    '它所需的内存可能多于现有的：请减少进程数，或取更小的网络。',
  'There is no such sweep.': '没有这项扫描。',
  'It may have been deleted, or lie in another folder of runs.':
    '它可能已被删除，或在另一个运行文件夹中。',
  'Nobody works on this sweep.': '没有谁在进行这项扫描。',
  'A sweep that is at work cannot be deleted.': '正在进行的扫描不能删除。',
  'Say how many seeds with seeds.count: every cell gets the same ones.':
    '请用 seeds.count 说明种子个数：每个组合都用相同的种子。',
  'It has no part in the result.': '它与结果无关。',
  "'{}' cannot be an axis.": '“{0}”不能作为坐标轴。',
  'A logarithmic range needs both ends above 0.': '对数范围要求两端都大于 0。',
  'Choose other ends, or the spacing linear.': '请另选两端，或把间距设为 linear。',
  'The value {} is there twice.': '值 {0} 出现了两次。',
  'Once is enough; --seeds or seeds.count repeats it.':
    '一次即可；--seeds 或 seeds.count 会重复它。',
  'The plan has {} runs; {} is the most.': '此计划有 {0} 次运行；至多 {1} 次。',
  'Take fewer values or seeds, or make two plans.': '请减少取值或种子，或分成两个计划。',
  'The plan cannot be used: {}': '此计划无法使用：{0}',
  'base is a configuration as in a run.json: desynclab run --help-config lists its settings.':
    'base 是与 run.json 中相同的配置：desynclab run --help-config 列出其设置。',
  'docs/sweeps.md shows a plan with every field.': 'docs/sweeps.md 给出含有全部字段的计划。',
  'The runs of this plan have no end.': '此计划的运行没有结束条件。',
  'Give stop.steps, or another stop rule: updates, plateau or error.':
    '请给出 stop.steps，或另一种结束条件：updates、plateau 或 error。',
  'the run was given up': '该运行已被放弃',
  'The error is no number at step {}.': '第 {0} 步的误差不是数。',
  'Take a smaller learning rate, or narrower bounds of the conductances.':
    '请取更小的学习率，或更窄的电导范围。',
  'The machine did not go on.': '机器没有继续。',
  'The folder is as it was.': '文件夹保持原样。',
  'This is no folder of a sweep: {}.': '这不是扫描的文件夹：{0}。',
  'Give the folder that desynclab sweep made.': '请指定由 desynclab sweep 建立的文件夹。',
  'This is no folder of a sweep that this version knows: {}.':
    '这不是此版本所知的扫描文件夹：{0}。',
  'Another plan was run into this folder.': '另一计划的运行已写入此文件夹。',
  'Choose another folder with --out.': '请用 --out 另选一个文件夹。',
  'This sweep was begun by another engine: {}, not {}.':
    '这项扫描由另一个引擎开始：{0}，而非 {1}。',
  'Go on with that version, or run the plan anew into another folder with --out.':
    '请用那个版本继续，或用 --out 在另一个文件夹中重新运行此计划。',
  'A result is not as it was written and is left out.': '有一个结果与写出时不同，未计入。',
  'Every other result.': '其余的全部结果。',
  'Give the same command again: its run is done again.':
    '请再次给出相同的命令：对应的运行会重新进行。',
  'Results of another plan or engine lie in this folder and are left out.':
    '此文件夹中有另一计划或引擎的结果，未计入。',
  'The file is as it was.': '文件保持原样。',
  'A result could not be written: {}.': '有一个结果未能写入：{0}。',
  'Every result before it.': '在它之前的全部结果。',
  'Make room, or see that the folder can be written, then give the same command again.':
    '请腾出空间，或使文件夹可以写入，然后再次给出相同的命令。',
  'This is no folder of a study: {}.': '这不是研究的文件夹：{0}。',
  'Name another.': '请另选一个。',
  'This is no study that is known: {}.': '这不是已知的研究：{0}。',
  'A report is never written over anything: the folder is not empty, and no study was begun in it.':
    '报告从不覆盖已有内容：文件夹不是空的，其中也没有开始过研究。',
}
