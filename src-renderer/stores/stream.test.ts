// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { frame, scriptLab, type ScriptedLab } from './testing'
import { useStream } from './stream'

let lab: ScriptedLab
let wanted = 0
beforeEach(() => {
  lab = scriptLab()
  wanted = 0
  return useStream().connect(() => wanted++)
})

describe('the stream', () => {
  it('acknowledges a frame only after it was drawn', () => {
    const stream = useStream()
    lab.show(frame('a', 0))
    expect(wanted).toBe(1)
    expect(stream.take()).toBe(true)
    expect(lab.acknowledged).toEqual([])
    stream.drawn()
    expect(lab.acknowledged).toEqual([0])
    stream.refresh()
    expect(stream.glance).toMatchObject({ run: 'a', step: 0, framesPerSecond: 1 })
  })

  it('makes the newest frame current and acknowledges all that came', () => {
    const stream = useStream()
    const taken: number[] = []
    stream.onTaken(({ sequence }) => taken.push(sequence))
    lab.show(frame('a', 0))
    lab.show(frame('a', 1))
    stream.take()
    stream.drawn()
    expect(stream.frame()?.sequence).toBe(1)
    expect(taken).toEqual([0, 1])
    expect(lab.acknowledged).toEqual([0, 1])
    expect(stream.take()).toBe(false)
  })

  it('keeps the last evaluation until another one or another run comes', () => {
    const stream = useStream()
    const evaluated = frame('a', 0)
    evaluated.evaluation = {
      step: 0,
      trainError: 1,
      testError: null,
      trainAccuracy: null,
      testAccuracy: null,
      outputs: Float64Array.of(1),
      targets: Float64Array.of(2),
      confusion: null,
    }
    lab.show(evaluated)
    lab.show(frame('a', 1))
    stream.take()
    expect(stream.evaluation()?.trainError).toBe(1)
    lab.show(frame('b', 0))
    stream.take()
    expect(stream.evaluation()).toBeNull()
  })

  it('leaves out late frames of a run that ended, yet acknowledges them', () => {
    const stream = useStream()
    lab.show(frame('a', 0))
    stream.take()
    stream.drawn()
    stream.close('a')
    lab.show(frame('a', 1))
    expect(stream.take()).toBe(false)
    expect(lab.acknowledged).toEqual([0, 1])
    expect(stream.frame()).toBeNull()
    expect(stream.glance).toBeNull()
  })
})
