import { describe, expect, it, vi } from 'vitest'

vi.mock('electron', () => ({ app: {} }))
const { refusal } = await import('./debugging')

const given =
  (...switches: string[]) =>
  (name: string) =>
    switches.includes(name)

describe('a port for debuggers', () => {
  it('is refused by a package, with the switch that was given', () => {
    expect(refusal(true, given('remote-debugging-port'))).toContain('--remote-debugging-port')
    expect(refusal(true, given('remote-debugging-pipe'))).toContain('--remote-debugging-pipe')
  })

  it('is opened for a test of the package, and in a clone', () => {
    expect(refusal(true, given('remote-debugging-port', 'desynclab-test'))).toBeNull()
    expect(refusal(false, given('remote-debugging-port'))).toBeNull()
  })

  it('does not stand against a plain start, test switch or not', () => {
    expect(refusal(true, given())).toBeNull()
    expect(refusal(true, given('desynclab-test'))).toBeNull()
  })
})
