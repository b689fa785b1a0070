import { sweepPlanSchema } from '@contract'
import { describe, expect, it } from 'vitest'
import { parseAxis } from './plan'
import { main } from './program'

async function plan(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await main(['plan', ...args], {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    columns: null,
    interrupted: () => false,
  })
  return { code, out: out.join('\n'), err: err.join('') }
}

describe('desynclab plan', () => {
  it.each([
    ['schedule.probability=0.1, 1', { kind: 'list', values: [0.1, 1] }],
    ['rule.alpha=0.001..0.1:3:log', { from: 0.001, to: 0.1, count: 3, spacing: 'logarithmic' }],
    ['batch.size=1..9:5', { kind: 'range', from: 1, to: 9, count: 5, spacing: 'linear' }],
    ['schedule.kind=synchronous,bernoulli', { values: ['synchronous', 'bernoulli'] }],
    ['task.matrix=[[[0.1,0.2]],[[0.3,0.4]]]', { values: [[[0.1, 0.2]], [[0.3, 0.4]]] }],
  ])('reads the axis %s', (text, axis) => {
    expect(parseAxis(text)).toMatchObject({ path: text.split('=')[0], ...axis })
  })

  it('writes a plan that can be read', async () => {
    const axis = ['--axis', 'schedule.probability=0.25,1', '--axis', 'rule.eta=0.1..0.5:3']
    const { code, out } = await plan('--preset', 'iris-penn16', ...axis, '--seeds', '30')
    expect(code).toBe(0)
    expect(sweepPlanSchema.parse(JSON.parse(out))).toMatchObject({
      seeds: { first: 1, count: 30 },
      stop: { kind: 'steps', steps: null },
      axes: [{ kind: 'list' }, { kind: 'range' }],
    })
  })

  it('takes the updates per edge as the end', async () => {
    const { out } = await plan('--preset', 'allostery-penn16', '--updates', '500', '--steps', '900')
    expect(JSON.parse(out)).toMatchObject({
      base: { stop: { steps: null } },
      stop: { kind: 'updates', perEdge: 500, mostSteps: 900 },
    })
  })

  it('takes an error as the end', async () => {
    const { out } = await plan('--preset', 'xy-xor-3x3', '--below', '0.01', '--steps', '900')
    expect(JSON.parse(out)).toMatchObject({ stop: { kind: 'error', below: 0.01, mostSteps: 900 } })
  })

  it.each([
    [['--axis', 'schedule.probability'], /--axis — as in/],
    [['--axis', 'schedule.probability=0.5,2'], /allowed: number above 0\.\.1/],
    [['--axis', 'nothing=1'], /there is no setting 'nothing' — axes\.0/],
    [['--axis', 'task.matrix=[[1,2'], /is no JSON list/],
    [['--seeds', '0'], /--seeds — allowed: a whole number from 1/],
    [['--updates', '1', '--plateau', '0.1'], /a run has one end — --updates and --plateau/],
    [['--below', '0.1', '--plateau', '0.1'], /a run has one end — --plateau and --below/],
  ])('refuses %j and says what is allowed', async (args, text) => {
    const { code, err } = await plan(...args)
    expect([code, err]).toEqual([2, expect.stringMatching(text)])
  })
})
