import type { FigureWords } from '@figures'

/** 多次运行的图中不属于图本身的用语。 */
export const sweepFigures: FigureWords['sweeps'] = {
  zeros: '，零值位于边缘',
  run: (run) => `，运行 ${run}`,
  interval: '中位数与区间',
  medianOf: (label) => `${label}，中位数`,
  cell: (place, median, runs) => `${place}：${runs} 次运行的中位数 ${median}`,
  columns: {
    series: '序列',
    run: '运行',
    median: '中位数',
    low: '下端',
    high: '上端',
    signTest: '符号检验 p',
    lower: '下四分位数',
    upper: '上四分位数',
  },
}
