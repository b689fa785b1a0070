import { afterEach, describe, expect, it } from 'vitest'
import { parameterNotes, type Preset } from '@contract'
import { presets } from '../stores/presets'
import { language } from './index'
import { meaningOf } from './parameters'
import { presetIn } from './presets'
import { canBeSaid, said } from './said'
import { sentences } from './zh-CN/sentences'
import { phrases } from './zh-CN/studies'

afterEach(() => {
  language.value = 'en'
})

describe('what the engine says', () => {
  it('stays as it is in English', () => {
    expect(said('No board is connected.')).toBe('No board is connected.')
  })

  it('is said in Chinese with the values that it holds', () => {
    language.value = 'zh-CN'
    expect(said('The run has 120 steps; there is no step 130.')).toBe(
      '该运行有 120 步；没有第 130 步。',
    )
    expect(said('Two columns are named p (mean).')).toBe('有两列名为 p (mean)。')
    // A value that is a sentence of its own, after a name that could be anything.
    expect(said('notes.json is not a run that can be opened: it holds no object')).toBe(
      'notes.json 不是可以打开的运行：其中没有对象',
    )
    expect(said('a sentence of nobody')).toBe('a sentence of nobody')
    expect(canBeSaid('a sentence of nobody')).toBe(false)
  })

  it('is said part by part where it is made of parts', () => {
    language.value = 'zh-CN'
    expect(said('The board is still learning. Try again.')).toBe(
      'The board is still learning. Try again.',
    )
    expect(said('Nothing was sent. Try again.')).toBe('没有发送任何内容。请重试。')
    expect(said('the finer grid (ratio 0.5 (0.4 to 0.6)) and the random group (ratio 1)')).toBe(
      '更细网格（比值 0.5（0.4 至 0.6））和随机组（比值 1）',
    )
    expect(said('p = 0.5, p = 0.25 and p = 0.1')).toBe('p = 0.5、p = 0.25 和 p = 0.1')
    // A name of the configuration stays, what is measured does not.
    expect(said('training error (V²) by probability')).toBe('训练误差 (V²)，按 probability')
    expect(canBeSaid('a thing by probability')).toBe(false)
  })

  it('loses no value on the way', () => {
    for (const [english, chinese] of [...Object.entries(sentences), ...Object.entries(phrases)]) {
      const values = english.split(/\{\*?\}/).length - 1
      for (let n = 0; n < values; n++) expect(chinese, english).toContain(`{${n}}`)
      expect(chinese, english).not.toContain(`{${values}}`)
      expect(chinese, english).toMatch(/\p{Script=Han}/u)
    }
  })
})

describe('what a configuration means', () => {
  it('is said in Chinese for every parameter', () => {
    language.value = 'zh-CN'
    const missing = Object.keys(parameterNotes).filter(
      (path) => !/\p{Script=Han}/u.test(meaningOf(path)),
    )
    expect(missing).toEqual([])
  })

  it('is said in Chinese for every preset', () => {
    language.value = 'zh-CN'
    const words = ({ title, shows, lookAt }: Preset) => [title, shows, lookAt]
    for (const text of presets.map(presetIn).flatMap(words)) expect(text).toMatch(/\p{Script=Han}/u)
  })
})
