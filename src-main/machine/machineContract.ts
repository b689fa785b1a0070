import { ProblemError, type Adjustment, type Evaluation, type Gap, type RunConfig } from '@contract'
import { describe, expect, test } from 'vitest'
import type { Budget, Machine, Sink } from './machine'

/** What a sink was given, copied. */
export interface Seen {
  /** The calls in their order. */
  calls: string[]
  losses: number[]
  masks: number[]
  evaluations: Evaluation[]
  adjustments: Adjustment[]
  gaps: Gap[]
}

export function collect(): { seen: Seen; sink: Sink } {
  const seen: Seen = {
    calls: [],
    losses: [],
    masks: [],
    evaluations: [],
    adjustments: [],
    gaps: [],
  }
  return {
    seen,
    sink: {
      steps: ({ firstStep, count, loss, masks, words }) => {
        seen.calls.push(`steps ${firstStep}-${firstStep + count - 1}`)
        seen.losses.push(...loss.subarray(0, count))
        seen.masks.push(...masks.subarray(0, count * words))
      },
      evaluated: (evaluation) => {
        seen.calls.push(`evaluated ${evaluation.step}`)
        seen.evaluations.push(evaluation)
      },
      adjusted: (adjustment) => {
        seen.calls.push(`adjusted ${adjustment.step}`)
        seen.adjustments.push(adjustment)
      },
      problem: (problem) => {
        throw new ProblemError(problem)
      },
      gap: (gap) => {
        seen.gaps.push(gap)
      },
    },
  }
}

export const steps = (count: number): Budget => ({ steps: count, expired: () => false })

export async function problemOf(call: Promise<unknown>): Promise<ProblemError['problem']> {
  try {
    await call
  } catch (thrown) {
    if (thrown instanceof ProblemError) return thrown.problem
    throw thrown
  }
  throw new Error('nothing was refused')
}

/**
 * What every kind of machine answers to.
 * @param config at least 100 steps, evaluated every 10, two edges or more, no stop rule.
 */
export function machineContract(name: string, makeMachine: () => Machine, config: RunConfig): void {
  const configured = async (changes: Partial<RunConfig> = {}) => {
    const machine = makeMachine()
    const description = await machine.configure('run-1', { ...config, ...changes })
    return { machine, description, ...collect() }
  }

  describe(`${name} keeps the contract of all machines`, () => {
    test('it describes itself without contradiction', async () => {
      const { machine, description } = await configured()
      const { nodes, edges, initialConductance, updateProbability, outputs } = description
      expect(description.run).toBe('run-1')
      for (const [a, b] of edges) expect(Math.max(a, b)).toBeLessThan(nodes.length)
      expect(initialConductance).toHaveLength(edges.length)
      expect(updateProbability).toEqual(machine.updateProbability())
      expect(
        nodes
          .filter(({ role }) => role === 'target')
          .map(({ name }) => name)
          .sort(),
      ).toEqual([...outputs].sort())
      await machine.close()
    })

    test('it hands over every step once, in order, with evaluations between them', async () => {
      const { machine, seen, sink } = await configured()
      expect(await machine.advance(steps(35), sink)).toEqual({ step: 35, finished: false })
      expect(await machine.advance(steps(10), sink)).toEqual({ step: 45, finished: false })
      expect(seen.gaps).toEqual([])
      expect(seen.losses).toHaveLength(45)
      expect(seen.evaluations.map(({ step }) => step)).toEqual([0, 10, 20, 30, 40])
      let next = 1
      for (const call of seen.calls) {
        const [kind, place] = call.split(' ')
        if (kind === 'evaluated') expect(Number(place)).toBe(next - 1)
        else {
          const [first, last] = place.split('-').map(Number)
          expect(first).toBe(next)
          next = last + 1
        }
      }
      expect(next).toBe(46)
      await machine.close()
    })

    test('it stops soon after the time is up', async () => {
      const { machine, sink } = await configured()
      let asked = 0
      const { step } = await machine.advance({ steps: 1e9, expired: () => ++asked >= 3 }, sink)
      expect(step).toBeLessThan(1000)
      await machine.close()
    })

    test('it ends at the stop rule, and goes past it when told to', async () => {
      const { machine, seen, sink } = await configured({ stop: { steps: 25 } })
      expect(await machine.advance(steps(100), sink)).toEqual({ step: 25, finished: true })
      expect(await machine.advance(steps(100), sink)).toEqual({ step: 25, finished: true })
      machine.extend(7)
      expect(await machine.advance(steps(100), sink)).toEqual({ step: 32, finished: true })
      machine.extend(null)
      expect(await machine.advance(steps(100), sink)).toEqual({ step: 132, finished: false })
      expect(seen.gaps).toEqual([])
      expect(seen.losses).toHaveLength(132)
      await machine.close()
    })

    test('a state shows all edges and nodes, and an evaluation all training examples', async () => {
      const { machine, description, sink } = await configured()
      await machine.advance(steps(20), sink)
      const state = machine.observe()
      expect(state.conductance).toHaveLength(description.edges.length)
      expect(state.edgeState).toHaveLength(description.edges.length)
      expect(state.freeV).toHaveLength(description.nodes.length)
      expect(state.clampedV).toHaveLength(description.nodes.length)
      const { step, outputs, targets } = machine.evaluate()
      expect(step).toBe(20)
      expect(outputs).toHaveLength(description.trainExamples * description.outputs.length)
      expect(targets).toHaveLength(outputs.length)
      await machine.close()
    })

    test('a change that it cannot make is refused with what is allowed, and nothing changes', async () => {
      const { machine, description, seen, sink } = await configured()
      await machine.advance(steps(5), sink)
      const edge = description.edges.length
      const refused = await problemOf(machine.adjust({ kind: 'edge', edge, action: 'cut' }, sink))
      expect(refused.severity).toBe('error')
      expect(refused.tip).not.toBe('')
      expect(seen.adjustments).toEqual([])
      expect((await machine.advance(steps(5), sink)).step).toBe(10)
      await machine.close()
    })

    test('a change is reported with the step after which it holds', async () => {
      const { machine, seen, sink } = await configured()
      await machine.advance(steps(12), sink)
      const change = { kind: 'edge', edge: 0, action: 'freeze' } as const
      await machine.adjust(change, sink)
      expect(seen.adjustments).toEqual([{ step: 12, change }])
      expect(machine.observe().edgeState[0]).toBe(2)
      await machine.close()
    })

    test('a foreign checkpoint is refused', async () => {
      const { machine } = await configured()
      for (const bytes of [new Uint8Array(0), new Uint8Array(100)])
        expect((await problemOf(machine.restore(bytes))).id).toBe('foreign-checkpoint')
      await machine.close()
    })
  })
}
