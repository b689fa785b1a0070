// @vitest-environment happy-dom
import type { History, Outcome, Request } from '@contract'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { useAxis } from './axis'
import { useHistory } from './history'
import { useRun } from './run'
import { description, frame, scriptLab, type ScriptedLab } from './testing'
import { useStream } from './stream'

type Asked = Request<'histories'>

let lab: ScriptedLab
let open: { asked: Asked; reply(): void }[]
let end = (): void => undefined

/** Rows of a run of 1,000 steps, one per 100 steps from the first that was asked for. */
function rows({ series, fromStep }: Asked['parts'][number]): History {
  const lastStep = Float64Array.from({ length: 10 }, (_, n) => fromStep + 100 * (n + 1))
  const zero = new Float64Array(10)
  return {
    run: 'a',
    series,
    firstStep: lastStep.map((step) => step - 99),
    lastStep,
    expectedUpdates: lastStep.map((step) => step / 2),
    runTimeMs: zero,
    min: zero,
    max: zero,
    mean: zero,
    range: { firstStep: 1, lastStep: 1000 },
  }
}

const settle = () => new Promise((done) => setTimeout(done))

beforeEach(() => {
  lab = scriptLab()
  open = []
  lab.replies.histories = (request) => {
    const asked = request as Asked
    return new Promise<Outcome<unknown>>((done) => {
      open.push({ asked, reply: () => done({ ok: true, value: asked.parts.map(rows) }) })
    })
  }
})

afterEach(() => end())

/** A run that stands at step 1,000, all of it in view. */
async function begin() {
  const [history, axis] = [useHistory(), useAxis()]
  useRun().description = description('a')
  history.want('loss', ['train', 'batch'])
  while (!history.isKnown() || open.length > 0) {
    open.splice(0).forEach(({ reply }) => reply())
    await settle()
  }
  return { history, axis }
}

describe('the history in view', () => {
  it('is asked for by one question: the whole run for the ruler, and each series of the charts', async () => {
    const { history } = await begin()
    const parts = lab.asked.filter(({ name }) => name === 'histories').at(-1)?.request as Asked
    expect(parts.parts.map(({ series }) => series)).toEqual(['train', 'train', 'batch'])
    expect(history.curve('batch')?.columns().lastStep.at(-1)).toBe(1000)
  })

  it('is asked for at once when another stretch comes into view, whatever else is asked', async () => {
    const { history, axis } = await begin()
    end = history.connect()
    document.dispatchEvent(new Event('visibilitychange'))
    await settle()
    expect(open).toHaveLength(1)
    axis.show(200, 400)
    await settle()
    expect(open).toHaveLength(2)
    expect(open[1].asked.parts[1]).toMatchObject({ fromStep: 100, toStep: 500 })
    expect(history.isKnown()).toBe(false)
  })

  it('lets an answer go that a later one overtook', async () => {
    const { history, axis } = await begin()
    end = history.connect()
    document.dispatchEvent(new Event('visibilitychange'))
    await settle()
    axis.show(200, 400)
    await settle()
    const [early, late] = open
    late.reply()
    await settle()
    expect(history.isKnown()).toBe(true)
    expect(history.curve('batch')?.columns().firstStep[0]).toBe(101)
    early.reply()
    await settle()
    expect(history.curve('batch')?.columns().firstStep[0]).toBe(101)
  })

  it('tells charts once that the first rows of what came into view are there', async () => {
    const { history, axis } = await begin()
    const told: boolean[] = []
    history.onAnswer((first) => told.push(first))
    axis.show(200, 400)
    await settle()
    open.splice(0).forEach(({ reply }) => reply())
    await settle()
    end = history.connect()
    document.dispatchEvent(new Event('visibilitychange'))
    await settle()
    open.splice(0).forEach(({ reply }) => reply())
    await settle()
    expect(told).toEqual([true, false])
  })

  it('grows with each frame, between two answers too', async () => {
    const { axis } = await begin()
    const stream = useStream()
    onTestFinished(stream.connect(() => undefined))
    lab.show(frame('a', 0, 5000))
    stream.take()
    expect(axis.range()[1]).toBeGreaterThanOrEqual(5000)
  })
})
