/** What studies are called, what they ask, and what the engine says of them; see `sentences`. */
export const studySentences: Readonly<Record<string, string>> = {
  'Does desynchronising cost anything in the ideal system?': '在理想系统中去同步有代价吗？',
  'With the continuous rule and at equal expected updates per edge: is the final error larger when edges update at random and independently?':
    '采用连续规则、每条边的期望更新次数相等时：各边随机独立更新，最终误差是否更大？',
  'Does desynchronising help on discrete hardware, and why?': '去同步对离散硬件有帮助吗？为什么？',
  'With the sign rule on 128, 32 and 8 levels: is the error lower when edges update at random and independently, and is that because less moves on a step, or because more states are visited?':
    '在 128、32 和 8 个档位上采用符号规则：各边随机独立更新时误差是否更低？是因为每步变动更少，还是因为访问了更多状态？',
  'Is it like mini-batching?': '它像小批量吗？',
  'At equal mean drift: do random updates (p) make the conductances move, and the error end, as batches of some size b do?':
    '平均漂移相等时：随机更新（p）使电导的运动和最终误差与某一批量 b 的小批量相同吗？',
  'No clock at all': '完全没有时钟',
  'Does a network whose edges update whenever their own random clocks ring, at equal or at widely spread rates, end where one with common steps does?':
    '若每条边在自己的随机时钟响起时更新，速率相等或相差很大，网络的终点与共同步进的网络相同吗？',
  Damage: '损坏',
  'When edges are cut one after the other, does a network recover better with edges that update at random and independently?':
    '当边一条接一条被切断时，各边随机独立更新的网络恢复得更好吗？',
  'How fast is the computer against the hardware?': '与硬件相比计算机有多快？',
  'From how many edges on does one step of a network in the laboratory take less time than its simulation on this computer?':
    '从多少条边起，实验室中网络的一步比在这台计算机上的仿真更快？',
  'On the board': '在电路板上',
  'Do the studies of discrete levels and of damage come out on the connected board as they do in the simulation?':
    '离散档位与损坏这两项研究在所连接的电路板上得到与仿真相同的结果吗？',
  'The study was stopped.': '研究已停止。',
  'Everything in the folder.': '文件夹中的全部内容。',
  'Spins: local or dense?': '自旋：局部连接还是稠密连接？',
  'With as many couplings: are spins that are joined to their neighbours alone as accurate as spins that are all joined to each other, or layer to layer?':
    '耦合数目相同时：只与近邻相连的自旋，与全部相连或逐层相连的自旋同样准确吗？',
  'Spins: distance or size?': '自旋：距离还是尺寸？',
  'Is it the distance from inputs to output, or the size of the lattice, that makes the exclusive or hard to learn for spins joined to their neighbours?':
    '对只与近邻相连的自旋来说，使异或难以学会的是输入到输出的距离，还是晶格的尺寸？',
  'Spins: skip length': '自旋：跳边的长度',
  'When inputs and output are in the corners of a lattice: do bonds that skip over neighbours help, and do long ones help more than as many short ones?':
    '当输入和输出位于晶格的角上时：越过近邻的跳边有帮助吗？长跳边比同样多的短跳边更有帮助吗？',
  'Spins out of step': '自旋：不同步更新',
  'Do spins whose couplings and biases update at random and independently learn as surely, and with as many updates, as ones that update together?':
    '耦合与偏置随机独立更新的自旋，与一起更新的自旋学得同样可靠、所需更新次数也同样多吗？',
  'Nothing of this study is here.': '这里没有这项研究的任何内容。',
  'Start it; it may have been deleted, or lie in another folder of runs.':
    '请开始它；它可能已被删除，或在另一个运行文件夹中。',
  'This study has no such run.': '这项研究没有这样的运行。',
  'This study has no report yet.': '这项研究还没有报告。',
  'Let it go on to its end first.': '请先让它进行到底。',
  'Nobody works on this study.': '没有谁在进行这项研究。',
  'All of its results.': '它的全部结果。',
  'Let it go on first.': '请先让它继续。',
  'A study that is at work cannot be deleted.': '正在进行的研究不能删除。',
  'Stop it first.': '请先停止它。',
  'Another study was begun in this folder: {}, {} form, {}.':
    '此文件夹中已开始另一项研究：{0}，{1} 形式，{2}。',
  'Name another folder.': '请另选一个文件夹。',
  'This study was begun by another engine: {}, not {}.':
    '这项研究由另一个引擎开始：{0}，而非 {1}。',
  'Go on with that version, or make it anew in another folder.':
    '请用那个版本继续，或在另一个文件夹中重新进行。',
  'The runs of {} are not in the folder of the study any more.':
    '{0} 的运行已不在这项研究的文件夹中。',
  'Start the study again.': '请重新开始这项研究。',
  'The board is learning, and a study would end that run.':
    '电路板正在学习，进行研究会结束那次运行。',
  'Pause or finish the run first, or make the study on the virtual board.':
    '请先暂停或结束该运行，或在虚拟电路板上进行研究。',
}
