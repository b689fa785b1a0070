import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RunStore } from '../run/store'
import { main } from './program'

let store: string
beforeAll(async () => {
  store = await mkdtemp(join(tmpdir(), 'desynclab-cli-store-'))
})
afterAll(() => rm(store, { recursive: true }))

async function desynclab(...argv: string[]) {
  const lines: string[] = []
  let err = ''
  const code = await main([...argv, '--store', store], {
    out: (text) => lines.push(text),
    err: (text) => (err += text),
    columns: null,
    interrupted: () => false,
  })
  return { code, err, out: lines.join('\n') }
}

const steps = (count: number) => ['--steps', String(count), '--json']

describe('runs on the command line', () => {
  it('are kept only when asked for, listed, shown at any step and resumed, bit for bit', async () => {
    expect((await desynclab('runs')).err).toMatch(/no stored runs there/)
    const plain = JSON.parse((await desynclab('run', ...steps(50))).out)
    expect(plain.stored).toBeNull()
    expect((await desynclab('runs')).code).toBe(2)

    const first = JSON.parse((await desynclab('run', '--record', ...steps(400))).out)
    const [entry] = JSON.parse((await desynclab('runs', '--json')).out)
    expect(entry).toMatchObject({
      id: first.stored,
      steps: 400,
      state: 'finished',
      seed: plain.seed,
    })
    expect((await desynclab('runs')).out).toContain(first.stored.slice(0, 8))

    const middle = JSON.parse((await desynclab('run', ...steps(123))).out)
    const shown = await desynclab('show', 'last', '--step', '123', '--json')
    expect(JSON.parse(shown.out)).toMatchObject({
      step: 123,
      hash: middle.hash,
      trainError: middle.trainError,
    })
    expect((await desynclab('show', 'last', '--step', '401')).err).toMatch(/has 400 steps/)
    expect((await desynclab('show', 'last', '--step', 'x')).code).toBe(2)
    expect((await desynclab('show', 'nothing')).err).toMatch(/no run nothing/)

    expect((await desynclab('resume', 'last')).err).toMatch(/done its 400 steps/)
    const more = await desynclab('resume', first.stored.slice(0, 8), ...steps(300))
    const whole = JSON.parse((await desynclab('run', ...steps(700))).out)
    expect(JSON.parse(more.out)).toMatchObject({ steps: 700, hash: whole.hash, interrupted: false })
    expect(JSON.parse((await desynclab('runs', '--json')).out)).toMatchObject([{ steps: 700 }])
  })

  it('of spins have no error in volts, while they run, listed or shown', async () => {
    const spins = ['--preset', 'xy-xor-3x3', '--steps', '30']
    const { code, err, out } = await desynclab('run', '--record', '--progress', ...spins)
    expect(code).toBe(0)
    expect(err).toMatch(/error [\d.]/)
    const shown = (await desynclab('show', 'last')).out
    expect(shown).toMatch(/train error +[\d.]/)
    const listed = (await desynclab('runs')).out
    const line = listed.split('\n').find((one) => / 30 /.test(one))
    expect(line).toMatch(/finished$/)
    expect([err, out, shown, line].join()).not.toMatch(/V²|V\^2/)
  })

  it('are not recorded while another program does, and can be read', async () => {
    const other = RunStore.open(store, 'the other program')
    const refused = await desynclab('run', '--record', '--steps', '10')
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.err).toMatch(/the other program, process \d+/)
    expect((await desynclab('runs')).code).toBe(0)
    other.close()
  })
})
