import { studySentences } from './studySentences'
import { sweepSentences } from './sweepSentences'

/**
 * What the engine and the stores say of problems: their English, with `{}` for what changes, and the
 * Chinese, with the number of each. Found by `said`.
 */
export const sentences: Readonly<Record<string, string>> = {
  ...studySentences,
  ...sweepSentences,
  'No report was exported yet.': '尚未导出报告。',
  'Choose Export report first.': '请先选择“导出报告”。',
  'A page that is not the app sent a command.': '一个不属于本应用的页面发出了命令。',
  'Files are written only into a folder that was chosen in a dialog.':
    '文件只写入在对话框中选择的文件夹。',
  'Nothing was written.': '没有写入任何内容。',
  'Choose Export report, or the folder of the runs.': '请选择“导出报告”，或选择存放运行的文件夹。',
  'The window ended unexpectedly and was opened again.': '窗口意外结束，已重新打开。',
  'The run and its record: they went on without it.': '运行及其记录：它们在没有窗口时继续进行。',
  'If it happens again, what the folder logs says of it helps to find out why.':
    '如果再次发生，logs 文件夹中的记录有助于查明原因。',
  '{} cannot be read: {}': '无法读取 {0}：{1}',
  'Check whether it is still there, and whether it may be read.':
    '请检查它是否仍在，以及是否允许读取。',
  'The bundle cannot be read: {}': '无法读取数据包：{0}',
  'Check its name, and whether it may be read.': '请检查其名称，以及是否允许读取。',
  'The file has more than {} rows.': '文件的行数超过 {0}。',
  'Take a part of it.': '请取其中一部分。',
  'The file has more than {} elements.': '文件的元件数超过 {0}。',
  'Its elements stand too deep in each other.': '其元素嵌套过深。',
  'Nothing was changed.': '没有任何改变。',
  'The serial ports of this computer cannot be listed: {}': '无法列出此计算机的串口：{0}',
  'A port can be opened all the same, by its path.': '仍可按路径打开端口。',
  'Install the package udev, or type the path of the port, for instance /dev/ttyACM0.':
    '请安装软件包 udev，或输入端口的路径，例如 /dev/ttyACM0。',
  'Type the path of the port, for instance /dev/ttyACM0 or COM3.':
    '请输入端口的路径，例如 /dev/ttyACM0 或 COM3。',
  'Only ports that the operating system knows are listed.': '只列出操作系统认识的端口。',
  'The command {} was given a wrong value: {}': '命令 {0} 的值有误：{1}',
  'There is no command {}.': '没有命令 {0}。',
  'The run store is not open.': '运行记录尚未打开。',
  'Choose another folder for the runs.': '请为运行另选一个文件夹。',
  'The present run cannot be deleted.': '不能删除当前运行。',
  'It goes on as it is.': '它照常继续。',
  'Choose a preset or open another run first.': '请先选择一个预设或打开另一次运行。',
  'The folder of the runs must be given with its whole path.': '运行的文件夹须以完整路径给出。',
  'Runs are recorded where they were before.': '运行仍记录在原处。',
  'No board is connected.': '没有连接电路板。',
  'The present run is as it was.': '当前运行保持原样。',
  'Connect a board first, or let the simulation learn.': '请先连接电路板，或让仿真学习。',
  'The engine was sent something that it cannot read: {}': '引擎收到了无法读取的内容：{0}',
  '{} cannot be {}.': '{0} 不能为 {1}。',
  'The run goes on with the former value.': '运行以原来的值继续。',
  'Allowed: {}.': '允许：{0}。',
  'Configure the machine exactly as when the checkpoint was made, with the same version.':
    '请用相同版本，按建立检查点时的配置设置机器。',
  'At step {} the network is ill-conditioned: condition number {}, so that {} of 16 digits of a voltage may be lost.':
    '第 {0} 步时网络病态：条件数 {1}，电压的 16 位数字中可能损失 {2} 位。',
  'The run goes on, and its numbers stay finite.': '运行继续，其数值保持有限。',
  'The run goes on as long as its error is a finite number, but its voltages mean nothing.':
    '只要误差是有限数，运行就继续，但其电压没有意义。',
  'Raise rule.minConductance, lower rule.maxConductance, or restore edges.':
    '请提高 rule.minConductance、降低 rule.maxConductance，或恢复边。',
  'At step {} the error is no finite number: the network has become so uneven, or learns so fast, that rounding leaves nothing of its state.':
    '第 {0} 步的误差不是有限数：网络变得过于不均匀，或学习过快，舍入后其状态已无有效数字。',
  'Go on from the last checkpoint, or begin again, with conductances closer together (rule.minConductance, rule.maxConductance, that of a stuck edge) or a smaller learning rate.':
    '请从最近的检查点继续，或重新开始，并使各电导更接近（rule.minConductance、rule.maxConductance、卡住的边的电导），或减小学习率。',
  'A replay shows what was recorded and cannot be changed.': '回放显示的是记录，不能更改。',
  'The record.': '记录。',
  'Resume the run, or start a new one with other values.': '请继续该运行，或以其他值开始新的运行。',
  'A report is never written over anything: {}.': '报告从不覆盖已有内容：{0}。',
  'Everything in it.': '其中的全部内容。',
  'Name a new folder or an empty one.': '请指定一个新的或空的文件夹。',
  'There is no machine yet.': '尚无机器。',
  'Choose a preset or open a run.': '请选择一个预设或打开一次运行。',
  'There is no replay to move in.': '没有可移动的回放。',
  'Open a run of the library.': '请打开记录库中的一次运行。',
  'A board learns at its own pace.': '电路板以自己的节奏学习。',
  'It goes on as before.': '它照旧继续。',
  'Do single steps to look at each of them.': '用单步可逐步查看。',
  'The run on the board is none that this program knows, nor one in its run store.':
    '电路板上的运行不是本程序所知的，也不在运行记录中。',
  'The board goes on as it is.': '电路板照常继续。',
  'Begin a run to take the board over, or read it out in the console: EDGE:LEV:DATA?, CALC:ERR? TRA.':
    '请开始一次运行以接管电路板，或在控制台中读出：EDGE:LEV:DATA?, CALC:ERR? TRA。',
  'The run failed and cannot go on.': '运行失败，无法继续。',
  'Its history and record.': '它的历史与记录。',
  'Reset starts it again from step 0.': '“重置”使它从第 0 步重新开始。',
  'Only the conductances and voltages that a board reports are known of it.':
    '对电路板只知道它报告的电导和电压。',
  'The run goes on.': '运行继续。',
  'Run the same configuration simulated to see its noise and displacement.':
    '以仿真运行同一配置，即可看到其噪声与位移。',
  'A twin runs beside a board, and this run is a simulation itself.':
    '孪生与电路板同时运行，而本次运行本身就是仿真。',
  'Switch to Hardware first.': '请先切换到“硬件”。',
  'The desired voltages of the classes are nearly equal by now: the error goes on falling, but the network is about to forget the classes.':
    '各类的期望电压此时已几乎相等：误差继续下降，但网络将要忘记这些类别。',
  'This comes from our protocol, not from the paper: targets that follow the network are met by equal outputs, too. Stop earlier, lower α, or reset.':
    '这来自我们的方案，而非论文：随网络移动的目标也可由相等的输出满足。请更早停止、降低 α，或重置。',
  '*OPC? is answered when the run ends, and nothing else could be asked until then.':
    '*OPC? 要到运行结束才应答，在此之前无法询问别的。',
  'It was not sent.': '没有发送。',
  'Ask RUN:STATe?, or send *OPC and read *ESR?.': '请询问 RUN:STATe?，或发送 *OPC 再读取 *ESR?。',
  'The board reported on its own: {}': '电路板自行报告：{0}',
  'The connection is as it was.': '连接保持原样。',
  'The numbers are explained in the protocol page.': '这些编号在协议页中有解释。',
  'The board ({}) went away{}': '电路板（{0}）已离开{1}',
  'Plug it in again: the same board is found by itself, and no other.':
    '请重新插上：会自动找到同一块电路板，而不会是别的。',
  'The board ({}) was not found again for {} s.': '{1} s 内没有再找到电路板（{0}）。',
  'Plug it in and switch it on: it is still looked for, every few seconds. Or connect another one.':
    '请插上并接通电源：每隔几秒仍会查找它。也可连接另一块。',
  'The board ({}) is not plugged in.': '电路板（{0}）没有插上。',
  'Plug it in, then take it back.': '请插上，然后收回。',
  'On {} answers another device ({}) than the one that went away ({}).':
    '在 {0} 上应答的是另一设备（{1}），而非离开的那一个（{2}）。',
  'It was asked for its identity and sent nothing else.': '只询问了它的身份，没有发送别的。',
  'Plug the same board in again, or connect this one by hand.':
    '请重新插上同一块电路板，或手动连接这一块。',
  'The board ({}) is still there but does not answer: {}': '电路板（{0}）仍在，但不应答：{1}',
  'Everything recorded is kept.': '已记录的全部保留。',
  'It is asked again every few seconds. Check its supply, press its reset button, or plug it in again.':
    '每隔几秒会再次询问。请检查供电、按复位键，或重新插上。',
  'The board is just being asked who it is.': '正在询问电路板的身份。',
  'Try again in a moment.': '请稍后再试。',
  '{} went away.': '{0} 已离开。',
  'Plug it in again and wait.': '请重新插上并等待。',
  '{} was released for another program.': '{0} 已让给其他程序。',
  'Take it back first.': '请先收回。',
  'Connect a board first.': '请先连接电路板。',
  'Nothing was sent.': '没有发送任何内容。',
  'A pseudo-terminal needs the program socat, which is not installed':
    '伪终端需要程序 socat，而它没有安装',
  'On Debian and Ubuntu: sudo apt-get install socat. On macOS: brew install socat':
    '在 Debian 与 Ubuntu 上：sudo apt-get install socat。在 macOS 上：brew install socat',
  'socat could not make the pseudo-terminal, or lost it: {}':
    'socat 未能建立伪终端，或失去了它：{0}',
  'nothing: the virtual board ended with it': '无：虚拟电路板随之结束',
  'Start it again; --link gives it a path that stays the same':
    '请重新启动；--link 给它一个不变的路径',
  '{} is there already, and is no link to a terminal': '{0} 已存在，且不是指向终端的链接',
  'it was left as it is': '保持原样',
  'Choose a path that is free': '请选择一个空闲的路径',
  'The link could not be made: {}': '未能建立链接：{0}',
  'Choose a path in a folder that you may write to': '请选择您可写入的文件夹中的路径',
  'The port {} failed: {}': '端口 {0} 失败：{1}',
  '{} has the format {}, which this version of Desynclab does not read.':
    '{0} 的格式为 {1}，此版本的 Desynclab 无法读取。',
  'Open it with the version that wrote it; the report beside it names that version.':
    '请用写出它的版本打开；旁边的报告写明了该版本。',
  '{} is not a run that can be opened: {}': '{0} 不是可以打开的运行：{1}',
  'What can be opened: a run.json, a configuration, a network (.json, .csv, .graphml, .cir), a data set (.csv) or a bundle (.zip).':
    '可以打开的有：run.json、配置、网络（.json、.csv、.graphml、.cir）、数据集（.csv）或数据包（.zip）。',
  'it is no JSON. {}': '它不是 JSON。{0}',
  'The engine has not answered for {} s.': '引擎已有 {0} s 没有应答。',
  'The run up to its last checkpoint.': '到最后一个检查点为止的运行。',
  'It is busy or it hangs. After {} s it is started again.': '它正忙或已卡住。{0} s 后将重新启动。',
  'The engine process ended while it worked on this.': '引擎进程在处理此事时结束了。',
  'The run up to its last checkpoint, at most a second ago; it goes on from there.':
    '到最后一个检查点为止的运行，至多一秒之前；从那里继续。',
  'Try again.': '请重试。',
  'The engine process ended {} times within a minute and was not started again.':
    '引擎进程在一分钟内结束了 {0} 次，不再重新启动。',
  'Reports and files that were written.': '已写出的报告和文件。',
  'Choose a preset or open a run to start it anew.': '请选择一个预设或打开一次运行，以重新启动它。',
  'The engine answered {} with something unreadable: {}': '引擎对 {0} 的应答无法读取：{1}',
  'The board answered {} with {} voltages instead of {}.':
    '电路板对 {0} 应答了 {1} 个电压，而不是 {2} 个。',
  'It holds another task than this run has, or speaks another version of the protocol.':
    '它持有的任务与本次运行不同，或使用另一版本的协议。',
  'The board and the present run are as they were.': '电路板和当前运行保持原样。',
  'The run goes on as before.': '运行照旧继续。',
  'The controls that this board has are those that are not greyed.':
    '此电路板具有的控制项是未变灰的那些。',
  'The board is out of reach, so nothing was sent to it.':
    '电路板无法到达，因此没有向它发送任何内容。',
  'A run that it was learning goes on there.': '它正在学习的运行在那里继续。',
  'Plug it in again; then try once more.': '请重新插上，然后再试一次。',
  'The board no longer holds this run: {}': '电路板不再持有此运行：{0}',
  'Everything up to step {}: history, record and report.':
    '到第 {0} 步为止的一切：历史、记录和报告。',
  'The virtual board lives in the engine and ended with it: begin the run anew.':
    '虚拟电路板位于引擎之中，已随之结束：请重新开始运行。',
  'It was reset or lost its power, or another program used it. Reset starts the run again from step 0.':
    '它被复位或断电，或被另一程序使用。“重置”使运行从第 0 步重新开始。',
  'Another run was sent to the board that this run was on.':
    '另一次运行被送到了本次运行所在的电路板。',
  'Everything that this run measured until then.': '在此之前本次运行测得的一切。',
  'Reset starts this run again from step 0.': '“重置”使本次运行从第 0 步重新开始。',
  'Two nodes have names that differ only in case, or are called 0 and gnd.':
    '有两个节点的名称只有大小写不同，或分别叫 0 和 gnd。',
  "The node name '{}' cannot stand in a netlist.": '节点名“{0}”不能出现在网表中。',
  'Write another format, or rename the nodes: SPICE takes no blanks, knows no case, and calls 0 gnd.':
    '请写成其他格式，或重命名节点：SPICE 不接受空格，不区分大小写，并把 0 也叫 gnd。',
  "The column '{}' has numbers, and is neither conductance nor resistance.":
    '列“{0}”里有数，但它既不是电导也不是电阻。',
  'Name it conductance (S) or resistance (Ω), in these units, or leave it out.':
    '请按这些单位把它命名为 conductance (S) 或 resistance (Ω)，或去掉它。',
  "The first line of a netlist is its title, and here it is '{}'.":
    '网表的第一行是标题，而这里是“{0}”。',
  'Put a title above it, or, if it is the title, * before it.':
    '请在它上面加一行标题；如果它就是标题，请在前面加 *。',
  'A letter here is not written in UTF-8.': '这里有一个字母不是以 UTF-8 写成的。',
  'Save the file as UTF-8; a spreadsheet calls it CSV UTF-8.':
    '请把文件存为 UTF-8；电子表格软件称之为 CSV UTF-8。',
  'The name says no format that a network can be written in.': '从名称看不出可写出网络的格式。',
  'Endings: {}.': '后缀：{0}。',
  'Nothing was written or changed.': '没有写入或改变任何内容。',
  'The disk of the run store has {} MB left.': '运行记录所在磁盘还剩 {0} MB。',
  'Everything so far.': '到目前为止的一切。',
  '{}Make room there, or choose another folder for the runs.':
    '{0}请在那里腾出空间，或为运行另选一个文件夹。',
  'A run on a board cannot be computed again.': '电路板上的运行无法重算。',
  'Every frame that came from the board.': '从电路板收到的每一帧。',
  'Look at its frames instead.': '请改看它的帧。',
  'The run has {} steps; there is no step {}.': '该运行有 {0} 步；没有第 {1} 步。',
  'Resume the run to get there.': '请继续该运行以到达那里。',
  'Another program records into this run store: {}.': '另一程序正在记录到此处：{0}。',
  'Both stay as they are. Runs of this one are not recorded.':
    '两者保持原样。本程序的运行不被记录。',
  'Close the other one, or choose another folder for the runs. Reading is always possible.':
    '请关闭另一个，或为运行另选一个文件夹。读取总是可以的。',
  '{} runs begin with {}.': '有 {0} 次运行以 {1} 开头。',
  'There is no run {} in the store.': '记录中没有运行 {0}。',
  'Give more of its identity.': '请给出更长的标识。',
  '`desynclab runs` lists them.': '`desynclab runs` 可列出它们。',
  'A run on a board cannot be replayed step by step: what it did was measured.':
    '电路板上的运行不能逐步回放：它所做的是测量得到的。',
  'Every frame that came, its series and its result.': '收到的每一帧、其序列与结果。',
  'Compare shows its series; the command line exports its frames.':
    '“对比”可显示其序列；命令行可导出其帧。',
  'The run store has layout {}; this version knows {}.': '运行记录的布局为 {0}；此版本认识 {1}。',
  'Use the newer version of Desynclab, or choose another folder for the runs.':
    '请使用更新版本的 Desynclab，或为运行另选一个文件夹。',
  'There are no stored runs there.': '那里没有已存的运行。',
  'Record one with `desynclab run --record` or in the window, or name another folder.':
    '请用 `desynclab run --record` 或在窗口中记录一次，或指定另一个文件夹。',
  '{} has {} MB; a file that is opened has {} MB at most.':
    '{0} 有 {1} MB；可打开的文件至多 {2} MB。',
  'A bundle (.zip) may be larger.': '数据包（.zip）可以更大。',
  'A part of the window failed, and may show something old.':
    '窗口的一部分出错，可能显示旧的内容。',
  'The run and its record: the engine computes in a process of its own.':
    '运行及其记录：引擎在自己的进程中计算。',
  'Go on, or close the window and open it again.': '请继续，或关闭窗口再打开。',
  'The engine process ended unexpectedly and is being started again.':
    '引擎进程意外结束，正在重新启动。',
  'Everything up to the last checkpoint.': '到最后一个检查点为止的一切。',
  'Wait a moment: the run resumes by itself.': '请稍候：运行会自行恢复。',
  'The engine was started again, and the run went on from its last checkpoint.':
    '引擎已重新启动，运行从最后一个检查点继续。',
  'What was dropped cannot be read.': '拖入的内容无法读取。',
  'Drop a single file: a run.json, a configuration, a network, a data set or a bundle.':
    '请拖入单个文件：run.json、配置、网络、数据集或数据包。',
  'The file is empty.': '文件是空的。',
  'The file is still packed (gzip).': '文件仍是压缩的（gzip）。',
  'This is no IDX file: it does not begin with two zero bytes.':
    '这不是 IDX 文件：它不以两个零字节开头。',
  'The values of the IDX file have the type 0x{}, and not 0x8, unsigned bytes.':
    'IDX 文件的值的类型为 0x{0}，而不是 0x8（无符号字节）。',
  'The IDX file ends in its header.': 'IDX 文件在文件头中就结束了。',
  'The header of the IDX file announces {} values, {}, and {} follow.':
    'IDX 文件的文件头声明有 {0} 个值，共 {1} 个，而其后只有 {2} 个。',
  'The file of images has {} dimensions, and not three: pictures, rows, columns.':
    '图片文件有 {0} 维，而不是三维：图片、行、列。',
  'There are {} images and {} labels.': '有 {0} 张图片和 {1} 个标签。',
  'There is no picture in the file of images.': '图片文件中没有图片。',
  'Take an IDX file of unsigned bytes, such as train-images-idx3-ubyte, whole and as it was published.':
    '请用完整的、按发布原样的无符号字节 IDX 文件，例如 train-images-idx3-ubyte。',
  'The packed file cannot be unpacked: {}.': '压缩文件无法解压：{0}。',
  'Download or copy it again: it is not whole.': '请重新下载或复制：它不完整。',
  'The file has more than {} MB of pictures.': '文件中的图片超过 {0} MB。',
  'Take a part of it, or another file.': '请取其一部分，或另用一个文件。',
  'The files of pictures have {} MB together; {} MB can be opened.':
    '这些图片文件共 {0} MB；可打开 {1} MB。',
  'Take a part of them, or another data set.': '请取其一部分，或另用一个数据集。',
  'The labels of its {} pictures are missing.': '它的 {0} 张图片没有标签。',
  'No file has labels for its {} pictures: {}.': '没有文件含有它的 {0} 张图片的标签：{1}。',
  'Give a file of images and its file of labels together, and those to test on if there are any.':
    '请把图片文件和它的标签文件一起给出，如有测试用的也一并给出。',
  'The file has {} dimensions: images have three, labels one.':
    '文件有 {0} 维：图片为三维，标签为一维。',
  'There are labels here, and no file of images.': '这里有标签，却没有图片文件。',
  'There are {} files of images and {} of labels.': '有 {0} 个图片文件和 {1} 个标签文件。',
  '{} and {} have as many pictures, and there is one file of labels.':
    '{0} 与 {1} 的图片一样多，而标签文件只有一个。',
  'Its pictures have {} x {} pixels, and those of {} {} x {}.':
    '它的图片有 {0} x {1} 像素，而 {2} 的图片有 {3} x {4}。',
  'Give files of one data set.': '请给出同一数据集的文件。',
  'Packed, the pictures take {} MB, and a configuration holds {} MB of them.':
    '压缩后图片占 {0} MB，而配置可容纳 {1} MB。',
  'Take fewer of them.': '请少取一些。',
  'There are no pictures in the configuration.': '配置中没有图片。',
  'Drop the file of images and its file of labels on the window together, or name them with desynclab run --pictures.':
    '请把图片文件和它的标签文件一起拖到窗口上，或用 desynclab run --pictures 指定它们。',
  '{} pictures to {} were asked for, and there are {} of these classes.':
    '要求 {0} 张图片来{1}，而这些类别的图片有 {2} 张。',
  'train on': '训练',
  'test on': '测试',
  'Ask for {} at most, or put more pictures into the configuration.':
    '请至多要求 {0} 张，或把更多图片放入配置。',
  'The pictures have {} different labels, from {} to {}.':
    '图片有 {0} 个不同的标签，从 {1} 到 {2}。',
  'Classes are 2 to {}: choose the labels to tell apart in task.classes.':
    '类别为 2 到 {0} 个：请在 task.classes 中选择要分辨的标签。',
  'None of the {} training pictures has the label {}.': '{0} 张训练图片中没有一张的标签是 {1}。',
  'Train on more pictures, or leave the label out of task.classes.':
    '请用更多图片训练，或把该标签从 task.classes 中去掉。',
  'A margin of {} pixels leaves nothing of pictures of {} x {}.':
    '略去每边 {0} 像素后，{1} x {2} 的图片什么也不剩。',
  'Leave fewer pixels out.': '请少略去一些像素。',
  'Pictures of {} x {} cannot become {} x {}.': '{0} x {1} 的图片不能变成 {2} x {3}。',
  'Pictures only become smaller: ask for fewer rows and columns, or for none to keep theirs.':
    '图片只能变小：请要求更少的行和列，或不作要求以保持原样。',
  'The pictures of {} in the configuration are not those that were put there: {}.':
    '配置中 {0} 的图片不是当初放入的那些：{1}。',
  'Take the configuration or the bundle as it was written, or the files of pictures again.':
    '请用按写出原样的配置或数据包，或重新使用图片文件。',
  '{} names files of pictures, and the window reads no files that it was not given.':
    '{0} 指定了图片文件，而窗口不读取没有交给它的文件。',
  'Drop {} on the window together, or run it with npx desynclab run --config {} --report OUT and open the run.json of its report, which has the pictures in it.':
    '请把 {0} 一起拖到窗口上，或用 npx desynclab run --config {1} --report OUT 运行它，再打开其报告中的 run.json，图片就在里面。',
  '{} files were chosen, and only files of pictures are opened together.':
    '选择了 {0} 个文件，而只有图片文件可以一起打开。',
  'Choose one.': '请选择一个。',
  'A bundle has {} MB at most.': '数据包至多 {0} MB。',
  'Ask who made it for a smaller one.': '请向制作者索取较小的。',
  '{} is the network now: {}. The run starts from step 0.':
    '{0} 现为网络：{1}。运行从第 0 步开始。',
  '{} nodes and {} edges': '{0} 个节点，{1} 条边',
  'Voltages that the file holds are left to the task.': '文件中的电压交由任务决定。',
  'Its sources and targets were spread over both sides; drag a role to another node to move it.':
    '其源与目标已分布在两侧；把角色拖到另一节点即可移动。',
  'This run is in the library already; it stays as it is.': '此运行已在记录库中；保持原样。',
  'The bundle is in the library, with its series; Open replays it.':
    '数据包及其序列已在记录库中；“打开”可回放它。',
  'Wrote {} files to {}.': '已将 {0} 个文件写入 {1}。',
  'Of {} files only {} was taken.': '{0} 个文件中只采用了 {1}。',
  'Drop one at a time.': '请一次拖入一个。',
  'Copied {} as {}.': '已将 {0} 复制为 {1}。',
  'Saved {} as {}.': '已将 {0} 存为 {1}。',
  'The clipboard is as it was.': '剪贴板保持原样。',
  'Save the chart to a file instead.': '请改为把图存为文件。',
  'There is nothing in this chart yet.': '此图中尚无内容。',
  'Start the run first.': '请先开始运行。',
  'This sweep has no run {}: they are 0 to {}.': '此扫描没有运行 {0}：只有 0 到 {1}。',
  'The rule xy is of spins, and this needs a network of resistors.':
    '规则 xy 属于自旋，而这里需要电阻网络。',
  'Set rule.kind to ideal or discrete, or let the simulation learn.':
    '请把 rule.kind 设为 ideal 或 discrete，或让仿真学习。',
  'At step {} a free state was left with a torque of {}; the tolerance is {}.':
    '第 {0} 步时自由态的剩余力矩为 {1}；容差为 {2}。',
  'Raise rule.relaxation.sweeps, or bring rule.relaxation.omega nearer to 1.9.':
    '请提高 rule.relaxation.sweeps，或使 rule.relaxation.omega 更接近 1.9。',
  'Power, noise and displacement are observables of resistors.': '功率、噪声和位移是电阻的观测量。',
  'Look at the phases, couplings and responses of the spins.': '请看自旋的相位、耦合与响应。',
  'What was received from a board cannot be changed.': '从电路板收到的内容不能更改。',
  'Every frame that came.': '收到的每一帧。',
  'Begin a new run on the board.': '请在电路板上开始新的运行。',
  'No frame of this run on a board is in the store: it came from a bundle, or died early.':
    '记录中没有此电路板运行的帧：它来自数据包，或过早结束。',
  'Its configuration, series and result.': '其配置、序列与结果。',
  'Compare shows its series.': '“对比”可显示其序列。',
  'The file has no graph.': '文件中没有图。',
  'The file has a second or a nested graph.': '文件中有第二个图或嵌套的图。',
  "'{}' is no number for {}.": '“{0}”不是 {1} 的数。',
  "'{}' is no number.": '“{0}”不是数。',
  'The file has more than {} nodes.': '文件中的节点多于 {0} 个。',
  'The file has more than {} edges.': '文件中的边多于 {0} 条。',
  'An edge joins node {} to itself.': '一条边把节点 {0} 与自身相连。',
  'The file has no edge.': '文件中没有边。',
  'A network has at least one.': '网络至少有一条边。',
  'Split it.': '请拆分它。',
  'Leave it out.': '请去掉它。',
  'Two nodes are named {}.': '有两个节点名为 {0}。',
  'Give each its own name.': '请给每个各自的名称。',
  'This is no checkpoint of a run.': '这不是运行的检查点。',
  'The checkpoint belongs to another configuration.': '该检查点属于另一配置。',
  'The checkpoint is damaged: its bytes are wrong.': '检查点已损坏：字节有误。',
  'No node is held at a voltage.': '没有节点保持在某一电压。',
  "'{}' in the column {} is no number.": '列 {1} 中的“{0}”不是数。',
  'The file has no rows.': '文件中没有行。',
  'The first line has numbers where names are expected.': '第一行应为名称，却是数。',
  'Two columns are named {}.': '有两列名为 {0}。',
  'Rename one of them.': '请重命名其中之一。',
  'The column {} is used twice.': '列 {0} 被用了两次。',
  'Use a column once.': '每列只能用一次。',
  'it holds no object': '其中没有对象',
  'it has no {}': '其中没有 {0}',
  'The disk of the run store is full.': '运行记录所在磁盘已满。',
  'The run store cannot be written.': '无法写入运行记录。',
  'Another program holds the run store.': '另一程序占用着运行记录。',
  'The run store cannot be opened or made.': '无法打开或建立运行记录。',
  'A batch of {} was asked for, and the task has {} training examples.':
    '要求的批量为 {0}，而任务只有 {1} 个训练样例。',
  'A frame of this network takes {} bytes, and the board sends {} at most.':
    '此网络的一帧需 {0} 字节，而电路板至多发送 {1} 字节。',
  'A periodic lattice of {} x {} would join two nodes twice.':
    '{0} x {1} 的周期晶格会使两个节点相连两次。',
  'A ring of {} nodes cannot have {} neighbours per node.':
    '{0} 个节点的环不能每节点有 {1} 个邻居。',
  'Allowed here: {}.': '这里允许：{0}。',
  'Column {} has no name.': '第 {0} 列没有名称。',
  'Edge {} has the conductance {}.': '边 {0} 的电导为 {1}。',
  'Edge {} ends at {}, which is no node of the network.': '边 {0} 终止于 {1}，它不是网络的节点。',
  'Edge {} joins node {} to itself.': '边 {0} 把节点 {1} 与自身相连。',
  'Edge {} was not cut: {}': '边 {0} 未被切断：{1}',
  'Edge {} starts at the conductance {}, and the rule goes from {} to {}.':
    '边 {0} 的初始电导为 {1}，而规则的范围是 {2} 到 {3}。',
  'Name exactly {}.': '请恰好指定 {0}。',
  'The conductances are so uneven that rounding leaves nothing of the voltages.':
    '电导相差过大，舍入后电压毫无有效数字。',
  'Leave out edges that hardly conduct, or merge nodes that a very large conductance joins.':
    '请去掉几乎不导电的边，或合并由极大电导相连的节点。',
  'No path of edges leads from {} to a node that is held at a voltage.':
    '从 {0} 没有边的路径通到保持在某一电压的节点。',
  'No source reaches the target {}.': '没有源能到达目标 {0}。',
  'Node {} is held twice.': '节点 {0} 被保持了两次。',
  'Node {} has two roles.': '节点 {0} 有两个角色。',
  'None of 200 {} networks drawn was connected.': '抽取的 200 个 {0} 网络无一连通。',
  'Row {} has {} in the column {}, whose range is {} to {}.':
    '第 {0} 行在列 {2} 中为 {1}，而其范围是 {3} 到 {4}。',
  'Row {} has {} numbers, and there are {} columns.': '第 {0} 行有 {1} 个数，而共有 {2} 列。',
  'Spins cannot learn the task {}: its voltages have no range to scale from.':
    '自旋不能学习任务 {0}：其电压没有可供缩放的范围。',
  'Spins do not have the imperfection {}.': '自旋没有不完美性 {0}。',
  'Steps 1 to {} with their history and record.': '第 1 到 {0} 步及其历史与记录。',
  'The {} rule has no learning rate that 1/p could scale.': '{0} 规则没有可按 1/p 缩放的学习率。',
  'The answer to {} cannot be read: {}': '对 {0} 的应答无法读取：{1}',
  'The board answered {} with something else: {}': '电路板对 {0} 的应答不符：{1}',
  'The board did not answer {} within {} ms.': '电路板在 {1} ms 内没有应答 {0}。',
  'The board refused {}: {}': '电路板拒绝了 {0}：{1}',
  'The board speaks version {} of the protocol; this program speaks version 1.':
    '电路板使用协议版本 {0}；本程序使用版本 1。',
  'The checkpoint has layout {}; this version reads {}.': '检查点的布局为 {0}；此版本读取 {1}。',
  'The coefficients of row {} add up to more than 1.': '第 {0} 行的系数之和大于 1。',
  'A board has the imperfections that it has: none can be added.':
    '电路板的不完美性是固有的：不能添加。',
  'A board learns one task; it cannot let tasks take turns.':
    '电路板只学习一个任务；不能让任务轮流。',
  'A network of conductances only averages: keep every row sum at 1 or below.':
    '电导网络只能取平均：请使每行之和不超过 1。',
  'A port that another program holds is listed, but cannot be opened: close it there.':
    '被其他程序占用的端口会列出，但无法打开：请在那里关闭它。',
  'A run on the board goes on without this program, and everything recorded is kept.':
    '电路板上的运行不靠本程序也会继续，已记录的全部保留。',
  'All edges of this board learn at one rate.': '此电路板的全部边以同一速率学习。',
  'Leave rule.rateFactors out.': '请去掉 rule.rateFactors。',
  '{} factors are given for {} edges (of spins: couplings, then biases).':
    '给出了 {0} 个倍数，而边有 {1} 条（自旋：先耦合，后偏置）。',
  'Give {}, in the order of the edges, or leave them out.': '请按边的顺序给出 {0} 个，或不给出。',
  'Another program has the port: close it there first.': '另一程序占用着端口：请先在那里关闭它。',
  'Check the cable and the baud rate; a board that was just reset needs up to 3 s.':
    '请检查电缆和波特率；刚复位的电路板最多需要 3 s。',
  'Choose another port, or flash the firmware.': '请选择另一个端口，或烧写固件。',
  'Choose another target, or a source that reaches it without passing a ground.':
    '请选择另一个目标，或不经接地即可到达它的源。',
  'Choose another task, or let the simulation learn.': '请选择另一个任务，或让仿真学习。',
  'Choose fewer, or let the simulation learn.': '请少选一些，或让仿真学习。',
  'Choose the schedule bernoulli or rates.': '请选择更新方案 bernoulli 或 rates。',
  'Connect it again.': '请重新连接。',
  'Correct the file.': '请更正文件。',
  'Flash the firmware that belongs to this program.': '请烧写属于本程序的固件。',
  'Join them to the rest of the network, or make one of them a source or a ground.':
    '请把它们与网络的其余部分相连，或把其中之一设为源或接地。',
  'Keep one of the two: parallel edges act as one with the sum of their conductances.':
    '请保留其一：并联的边相当于电导相加的一条边。',
  'Look at `dmesg` right after plugging in: no line means no data from the cable; a line without ttyACM or ttyUSB means no driver.':
    '插上后立即查看 `dmesg`：没有输出说明电缆不传数据；有输出而无 ttyACM 或 ttyUSB 说明没有驱动。',
  'Make room there, or choose another folder for the runs and go on.':
    '请在那里腾出空间，或为运行另选一个文件夹并继续。',
  'Many USB cables only charge: try one that carries data, and another socket.':
    '许多 USB 电缆只能充电：请换一根能传数据的电缆和另一个插口。',
  'No source of this board can be made to fail.': '此电路板的源都不能设为失效。',
  'Numbers and their meaning are in the protocol page.': '编号及其含义见协议页。',
  'On Debian and Ubuntu, brltty takes boards with a CH340 for a Braille display: remove brltty.':
    '在 Debian 与 Ubuntu 上，brltty 会把带 CH340 的电路板当作盲文显示器：请移除 brltty。',
  'Only nodes held against ground (0) can be held here.': '这里只能保持相对于地 (0) 的节点。',
  'Opening it takes the group dialout: `sudo usermod -aG dialout $USER`, then log in again.':
    '打开它需要用户组 dialout：`sudo usermod -aG dialout $USER`，然后重新登录。',
  'Plug the board in again, or choose another port.': '请重新插上电路板，或选择另一个端口。',
  'Plug the board in, or choose another port.': '请插上电路板，或选择另一个端口。',
  'Ports are read from udev: within a container the device has to be handed in, and its path typed.':
    '端口由 udev 读出：在容器中须把设备传入，并输入其路径。',
  'Pseudo-terminals (/dev/pts/3) are never listed: type their path.':
    '伪终端（/dev/pts/3）从不列出：请输入其路径。',
  'Restore another edge first, or freeze this one.': '请先恢复另一条边，或冻结这一条。',
  'Restore another source or an edge first.': '请先恢复另一个源或一条边。',
  'Take a larger network, or a task with fewer inputs or outputs.':
    '请采用更大的网络，或输入或输出更少的任务。',
  'Take a smaller network, or the discrete rule, whose frames are shorter.':
    '请采用更小的网络，或帧更短的离散规则。',
  'Take the path that begins with /dev/tty.usb or /dev/cu.usb.':
    '请采用以 /dev/tty.usb 或 /dev/cu.usb 开头的路径。',
  'The board speaks another version of the protocol, or the line is disturbed.':
    '电路板使用另一版本的协议，或线路受到干扰。',
  'The line is not open yet.': '线路尚未打开。',
  'The link was brought back into step; try again.': '链路已恢复同步；请重试。',
  'Unplug the board, plug it in again, and connect anew.': '请拔下电路板，再插上，并重新连接。',
  'What was recorded before, and in memory what was measured since.':
    '之前的记录，以及内存中其后的测量。',
  'What was recorded before.': '之前的记录。',
  'Your user may not open it: join the group dialout, log in again.':
    '您的用户无权打开它：请加入用户组 dialout 并重新登录。',
}
