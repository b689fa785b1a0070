import { describe, expect, it } from 'vitest'
import { Bench, config } from '../../run/test/bench'
import { readRunText } from './runText'

describe('a file that is opened', () => {
  it('may be the record of a run or a configuration', async () => {
    const bench = new Bench()
    await bench.controller.configure(config({ name: 'mine' }))
    await bench.controller.step(3)
    const record = JSON.stringify(await bench.controller.record())
    expect(readRunText(record, 'run.json')).toEqual(config({ name: 'mine' }))
    expect(readRunText(JSON.stringify(config()), 'config.json')).toEqual(config())
  })

  it('names no files that are read here: whoever wrote it would choose them', () => {
    const files = { images: '../i.gz', labels: '/etc/passwd' }
    const named = { ...config(), task: { kind: 'images', files } }
    expect(() => readRunText(JSON.stringify(named), 'mine.json')).toThrow(/was not given/)
    const none = { ...config(), task: { kind: 'images' } }
    expect(readRunText(JSON.stringify(none), 'mine.json').task.kind).toBe('images')
  })

  it('is refused with the place of the error', () => {
    const wrong = { ...config(), seed: 'seven' }
    const refuse = (text: string) => {
      try {
        return readRunText(text, 'mine.json')
      } catch (thrown) {
        return thrown
      }
    }
    expect(refuse(JSON.stringify(wrong))).toMatchObject({
      problem: { id: 'unreadable-run', where: 'seed' },
    })
    expect(refuse('{ not json')).toMatchObject({ problem: { where: 'mine.json' } })
    const format = (value: unknown) => refuse(JSON.stringify({ ...config(), format: value }))
    expect(format('desynclab-run-99')).toMatchObject({
      problem: { where: 'format', message: expect.stringContaining('"desynclab-run-99"') },
    })
    expect(format(2)).toMatchObject({ problem: { where: 'format' } })
    const binary = refuse('\u0000\u0001\ufffdPNG')
    expect(binary).toMatchObject({ problem: { id: 'unreadable-run' } })
    expect(String(binary)).not.toMatch(/[\p{C}\ufffd]/u)
    expect(refuse('[1, 2]')).toMatchObject({ problem: { id: 'unreadable-run' } })
    expect(refuse('null')).toMatchObject({ problem: { id: 'unreadable-run' } })
    expect(refuse('{"format":"desynclab-run-1","result":{}}')).toMatchObject({
      problem: { id: 'unreadable-run' },
    })
  })
})
