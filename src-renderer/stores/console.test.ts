// @vitest-environment happy-dom
import type { BoardLogEntry } from '@contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { useConnection } from './connection'
import { useConsole } from './console'
import { scriptLab, type ScriptedLab } from './testing'

let lab: ScriptedLab
let log: BoardLogEntry[]
const entry = (text: string, direction: BoardLogEntry['direction']) =>
  log.push({ id: log.length, atMs: 1000 * log.length, direction, text })

beforeEach(() => {
  localStorage.clear()
  lab = scriptLab()
  log = []
  lab.replies.boardLog = (request) => {
    const { after } = request as { after: number }
    return { ok: true, value: { entries: log.filter(({ id }) => id > after) } }
  }
  lab.replies.boardSend = (request) => {
    entry((request as { text: string }).text, 'sent')
    entry('0', 'received')
    return { ok: true, value: { answers: ['0'] } }
  }
  useConnection().connect()
})

describe('the console', () => {
  it('shows each entry once, however often it asks', async () => {
    const talk = useConsole()
    entry('*IDN?', 'sent')
    await talk.poll()
    await talk.poll()
    entry('Desynclab', 'received')
    await talk.poll()
    expect(talk.shown.map(({ text }) => text)).toEqual(['*IDN?', 'Desynclab'])
  })

  it('sends a line, shows what came, and remembers it once', async () => {
    const talk = useConsole()
    expect(await talk.send(' RUN:STEP? ')).toBe(true)
    await talk.send('RUN:STEP?')
    expect(talk.shown).toHaveLength(4)
    expect(talk.history).toEqual(['RUN:STEP?'])
  })

  it('says at the input what was refused', async () => {
    const talk = useConsole()
    const problem = { id: 'board-refused', severity: 'error' as const, message: '-113' }
    lab.replies.boardSend = () => ({ ok: false, problem })
    expect(await talk.send('NONSENSE')).toBe(false)
    expect(talk.problem).toEqual(problem)
  })

  it('holds what is shown while more comes in, and goes on with all of it', async () => {
    const talk = useConsole()
    entry('a', 'sent')
    await talk.poll()
    talk.pause()
    entry('b', 'received')
    entry('c', 'received')
    await talk.poll()
    expect(talk.shown).toHaveLength(1)
    expect(talk.waiting).toBe(2)
    talk.resume()
    expect(talk.shown).toHaveLength(3)
  })

  it('filters, clears and copies what is shown', async () => {
    const talk = useConsole()
    entry('*IDN?', 'sent')
    entry('Desynclab', 'received')
    await talk.poll()
    talk.filter = 'desync'
    expect(talk.text()).toBe('1970-01-01T00:00:01.000Z < Desynclab\n')
    talk.filter = ''
    talk.clear()
    expect(talk.shown).toEqual([])
    entry('later', 'note')
    await talk.poll()
    expect(talk.shown.map(({ text }) => text)).toEqual(['later'])
  })

  it('keeps a bounded number of lines', async () => {
    const talk = useConsole()
    for (let i = 0; i < 2500; i++) entry(String(i), 'received')
    await talk.poll()
    expect(talk.shown).toHaveLength(2000)
    expect(talk.shown.at(-1)?.text).toBe('2499')
  })
})
