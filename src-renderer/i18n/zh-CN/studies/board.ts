/** Of the study `board`, whose parts are other studies. */
export const board: Readonly<Record<string, string>> = {
  Discrete: '离散档位',
  'Studies 2 and 5 by the same code; the board learned every run by itself. Errors are those in its frames, before the update of their step; cycles are not watched.':
    '以相同的代码进行研究 2 和 5；每次运行都由电路板自行学习。误差取其帧中的值，在该步更新之前；不监视循环。',
  'Number of tasks: of studies of {} tasks that are drawn from the 400 of the simulation, {} in 100 meet both criteria of the discrete part (asked for: 90).':
    '任务数：从仿真的 400 个任务中抽取 {0} 个的研究，每 100 项有 {1} 项满足离散部分的两条标准（要求 90）。',
}
