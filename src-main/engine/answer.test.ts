import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { engineCommands, ProblemError, problemSchema, type EngineCommand } from '@contract'
import { BoardConnection, systemDiscovery } from '../board'
import { Bench, config, testKeeper } from '../run/test/bench'
import { testSweeps } from '../sweep/testing/laboratory'
import { testStudies } from '../sweep/testing/studies'
import { answer } from './answer'
import { engineHandlers } from './handlers'
import type { Reports } from './reportHandlers'

const reports = (write: Reports['write']): Reports => ({ write, page: async () => '<html></html>' })
const noReport = reports(async () => ({ files: [] }))
const board = (): BoardConnection =>
  new BoardConnection({ discovery: systemDiscovery(async () => []) })
const names = Object.keys(engineCommands) as EngineCommand[]

describe('the answer to a command', () => {
  it('is an outcome, whatever comes in', async () => {
    const { controller } = new Bench()
    const handlers = engineHandlers(
      controller,
      noReport,
      board(),
      testKeeper(),
      testSweeps(),
      testStudies(),
    )
    const name = fc.oneof(fc.constantFrom<string>(...names), fc.string())
    const request = fc.oneof(
      fc.anything(),
      fc.record({
        count: fc.anything(),
        change: fc.anything(),
        config: fc.anything(),
        stepsPerSecond: fc.anything(),
      }),
    )
    await fc.assert(
      fc.asyncProperty(name, request, async (wanted, given) => {
        const outcome = await answer(handlers, wanted, given)
        if (outcome.ok) {
          // Only what needs no machine and no board can succeed here.
          expect([
            'present',
            'watch',
            'boardPorts',
            'board',
            'boardDisconnect',
            'boardLog',
            'sweeps',
          ]).toContain(wanted)
          if (wanted === 'present') expect(outcome.value).toBeNull()
        } else expect(problemSchema.safeParse(outcome.problem).success).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('names the place of a wrong value and changes nothing', async () => {
    const bench = new Bench()
    const handlers = engineHandlers(
      bench.controller,
      noReport,
      board(),
      testKeeper(),
      testSweeps(),
      testStudies(),
    )
    await bench.controller.configure(config())
    const change = { kind: 'set', path: 'seed', value: 3 }
    const outcome = await answer(handlers, 'adjust', { change })
    expect(outcome).toMatchObject({
      ok: false,
      problem: { id: 'bad-request', where: 'adjust.change.path', kept: 'Nothing was changed.' },
    })
    expect((await bench.controller.record()).config.adjustments).toEqual([])
  })

  it('passes on the problem that a handler throws', async () => {
    const { controller } = new Bench()
    const outcome = await answer(
      engineHandlers(controller, noReport, board(), testKeeper(), testSweeps(), testStudies()),
      'start',
      undefined,
    )
    expect(outcome).toMatchObject({ ok: false, problem: { id: 'no-run' } })
  })

  it('validates what it says of a board that is not there', async () => {
    const handlers = engineHandlers(
      new Bench().controller,
      noReport,
      board(),
      testKeeper(),
      testSweeps(),
      testStudies(),
    )
    const state = await answer(handlers, 'board', undefined)
    expect(state).toMatchObject({ ok: true, value: { presence: 'absent', device: null } })
    const ports = await answer(handlers, 'boardPorts', undefined)
    expect(ports).toMatchObject({ ok: true, value: { ports: [], problem: { severity: 'info' } } })
    for (const name of ['boardSend', 'boardHeaders', 'boardRelease', 'boardTake'])
      expect(
        await answer(handlers, name, name === 'boardSend' ? { text: 'SEED?' } : undefined),
      ).toMatchObject({
        problem: { id: 'board-away' },
      })
  })

  it('knows no command that only an object has', async () => {
    const handlers = engineHandlers(
      new Bench().controller,
      noReport,
      board(),
      testKeeper(),
      testSweeps(),
      testStudies(),
    )
    for (const name of ['constructor', '__proto__', 'toString', ''])
      expect(await answer(handlers, name, undefined)).toMatchObject({
        problem: { id: 'unknown-command' },
      })
  })

  it('gives a report the record and the frame of one and the same step', async () => {
    const bench = new Bench()
    await bench.controller.configure(config())
    await bench.controller.step(321)
    const seen: number[] = []
    const handlers = engineHandlers(
      bench.controller,
      reports(async ({ run, frame, history }, directory) => {
        seen.push(run.result.steps, frame.step, history('batch', 10_000).min.length)
        return { files: [`${directory}/run.json`] }
      }),
      board(),
      testKeeper(),
      testSweeps(),
      testStudies(),
    )
    const outcome = await answer(handlers, 'report', { directory: 'somewhere' })
    expect(seen).toEqual([321, 321, 321])
    expect(outcome).toEqual({
      ok: true,
      value: { directory: 'somewhere', files: ['somewhere/run.json'] },
    })
  })

  it('tells why a report could not be written', async () => {
    const bench = new Bench()
    await bench.controller.configure(config())
    const full = { id: 'disk-full', severity: 'error' as const, message: 'No space left.' }
    const fail = async (): Promise<never> => {
      throw new ProblemError(full)
    }
    const handlers = engineHandlers(
      bench.controller,
      reports(fail),
      board(),
      testKeeper(),
      testSweeps(),
      testStudies(),
    )
    const outcome = await answer(handlers, 'report', { directory: 'somewhere' })
    expect(outcome).toEqual({ ok: false, problem: full })
  })

  it('writes the moment that was printed, however far the run went meanwhile', async () => {
    const bench = new Bench()
    await bench.controller.configure(config())
    await bench.controller.step(100)
    const seen: number[] = []
    const handlers = engineHandlers(
      bench.controller,
      reports(async ({ run, pdf }) => {
        seen.push(run.result.steps, pdf.content?.length ?? 0)
        return { files: [] }
      }),
      board(),
      testKeeper(),
      testSweeps(),
      testStudies(),
    )
    const viewed = await answer(handlers, 'reportPage', undefined)
    expect(viewed).toMatchObject({ ok: true, value: { view: 1 } })
    await bench.controller.step(50)
    await answer(handlers, 'report', { directory: 'a', view: 1, pdf: new Uint8Array(7) })
    await answer(handlers, 'report', { directory: 'b' })
    expect(seen).toEqual([100, 7, 150, 0])
  })
})
