import { afterEach, describe, expect, it } from 'vitest'
import type { SweepFigure } from '@contract'
import { figureSaid } from './figureSaid'
import { language } from './index'

const figure: SweepFigure = {
  kind: 'pairs',
  title: 'Ratio to probability = 1, in pairs',
  caption:
    'Median ratio of runs with the same seed, its 95 % bootstrap interval, and the sign test. Runs of all values of b are taken together.',
  xLabel: 'schedule.probability',
  yLabel: 'ratio of best training error',
  groups: [],
  bounds: [],
}
afterEach(() => {
  language.value = 'en'
})

describe('a figure of a sweep', () => {
  it('has its words in Chinese, and fields by the names that a plan gives them', () => {
    language.value = 'zh-CN'
    expect(figureSaid(figure)).toEqual({
      ...figure,
      title: '与 probability = 1 的成对比值',
      caption:
        '种子相同的运行之比的中位数、其 95 % 自助法区间，以及符号检验。b 取各值的运行合在一起。',
      yLabel: '最佳训练误差之比',
    })
  })

  it('is as the engine made it in English', () => {
    expect(figureSaid(figure)).toEqual(figure)
  })
})
