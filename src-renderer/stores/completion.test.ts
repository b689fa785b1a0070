import { describe, expect, it } from 'vitest'
import { completions } from './completion'

const headers = [
  '*IDN?',
  '*RST',
  'SYSTem:ERRor[:NEXT]?',
  'SYSTem:ERRor:COUNt?',
  'SYSTem:VERSion?',
  'SCHedule[:TYPE]',
  'SCHedule[:TYPE]?',
  'SCHedule:PROBability',
  'SCHedule:PROBability?',
  'RUN:STEP?',
]
const texts = (typed: string) => completions(headers, typed).map(({ text }) => text)

describe('completion', () => {
  it('offers all of the tree before anything is typed', () => {
    expect(texts('')).toHaveLength(headers.length)
  })

  it('goes on in the short form where the short form is typed', () => {
    expect(texts('syst:err')).toEqual(['SYST:ERR?', 'SYST:ERR:COUN?'])
    expect(texts('*i')).toEqual(['*IDN?'])
  })

  it('goes on in the long form where the long form is begun', () => {
    expect(texts('system:v')).toEqual(['SYSTem:VERSion?'])
    expect(texts('sched')).toContain('SCHedule:PROBability')
  })

  it('keeps a part in brackets that was typed', () => {
    expect(texts('SYST:ERR:NE')).toEqual(['SYST:ERR:NEXT?'])
  })

  it('offers queries alone after a question mark', () => {
    expect(texts('SCH:PROB?')).toEqual(['SCH:PROB?'])
  })

  it('follows the path of the command before a semicolon, and a colon back to the root', () => {
    expect(texts('SCH:TYPE BERN;PRO')).toEqual(['SCH:TYPE BERN;PROB', 'SCH:TYPE BERN;PROB?'])
    expect(texts('SCH:PROB 0.5;:RUN:ST')).toEqual(['SCH:PROB 0.5;:RUN:STEP?'])
    expect(texts('SCH:PROB 0.5;*I')).toEqual(['SCH:PROB 0.5;*IDN?'])
  })

  it('offers nothing within parameters, nor for what no board knows', () => {
    expect(texts('SCH:PROB 0')).toEqual([])
    expect(texts('SYST:NONSENSE')).toEqual([])
  })
})
