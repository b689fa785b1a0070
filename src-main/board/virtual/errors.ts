/** SCPI's numbers and words; see docs/protocol.md. */
export const errorTexts = {
  [-101]: 'Invalid character',
  [-102]: 'Syntax error',
  [-104]: 'Data type error',
  [-108]: 'Parameter not allowed',
  [-109]: 'Missing parameter',
  [-113]: 'Undefined header',
  [-151]: 'Invalid string data',
  [-161]: 'Invalid block data',
  [-213]: 'Init ignored',
  [-221]: 'Settings conflict',
  [-222]: 'Data out of range',
  [-223]: 'Too much data',
  [-224]: 'Illegal parameter value',
  [-240]: 'Hardware error',
  [-315]: 'Configuration memory lost',
  [-321]: 'Out of memory',
  [-350]: 'Queue overflow',
  [-363]: 'Input buffer overrun',
  [-365]: 'Time out error',
  [102]: 'Link watchdog',
} as const
export type ErrorNumber = keyof typeof errorTexts

/** What a command refuses; it has then changed nothing. */
export class CommandError extends Error {
  constructor(readonly number: ErrorNumber) {
    super(errorTexts[number])
    this.name = 'CommandError'
  }
}

const PLACES = 16

/** The error queue: at most 16, then the newest says overflow. */
export class ErrorQueue {
  private readonly queue: { number: ErrorNumber; where: string }[] = []

  /** @returns what now stands last in the queue: the error, or that there was no place for it. */
  push(number: ErrorNumber, where = ''): ErrorNumber {
    const full = this.queue.length === PLACES
    if (full) this.queue[PLACES - 1] = { number: -350, where: '' }
    else this.queue.push({ number, where })
    return full ? -350 : number
  }

  get count(): number {
    return this.queue.length
  }

  /** The oldest, taken out: `<number>,"<text>[;<where>]"`. */
  next(): string {
    const error = this.queue.shift()
    if (error === undefined) return '0,"No error"'
    const { number, where } = error
    return `${number},"${errorTexts[number]}${where === '' ? '' : `;${where}`}"`
  }

  clear(): void {
    this.queue.length = 0
  }
}
