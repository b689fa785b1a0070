import type { Command } from 'commander'
// Not by way of the room's index: that would load the serial port's native module.
import { serveVirtualBoard, type ServedBoard } from '../board/pty/serve'
import { baudRates, SERIAL_NUMBER } from '../board/virtual/limits'
import { usageError } from './fail'
import type { Output } from './output'

interface VirtualBoardOptions {
  pty?: true
  link?: string
  baud: string
  serial: string
  throttle?: string
  json?: true
}

/** How often Ctrl-C is looked for, ms. */
const EVERY_MS = 50

const examples = `
Examples:
  $ desynclab virtual-board --pty --link ~/board   a path that stays the same
  $ python3 examples/pyvisa_allostery.py ~/board   a script that trains it
  $ picocom ~/board                                a terminal: type *IDN?

It speaks the protocol of docs/protocol.md and computes what a board in bench mode
computes, bit for bit. What it sends while nobody has the path open waits for the next
one who has. It runs until Ctrl-C.`

/** @throws ProblemError bad-value */
function wholeOption(text: string, name: string, low: number, high: number): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= low && value <= high) return value
  throw usageError('bad-value', `'${text}' is no value`, name, `allowed: ${low} to ${high}`)
}

/** @throws ProblemError bad-value, no-line, and those of serveVirtualBoard */
function serve({ pty, link, baud, serial, throttle }: VirtualBoardOptions): Promise<ServedBoard> {
  if (pty === undefined)
    throw usageError('no-line', 'a virtual board needs a line', 'virtual-board', 'add --pty')
  if (!baudRates.includes(Number(baud)))
    throw usageError(
      'bad-value',
      `'${baud}' is no rate of a board`,
      '--baud',
      `allowed: ${baudRates.join(', ')}`,
    )
  if (!SERIAL_NUMBER.test(serial))
    throw usageError(
      'bad-value',
      `'${serial}' is no serial number`,
      '--serial',
      'allowed: 1 to 15 letters, digits, - and _',
    )
  const throttleBytesPerS =
    throttle === undefined ? null : wholeOption(throttle, '--throttle', 1, 1_000_000_000)
  return serveVirtualBoard({ link, baud: Number(baud), serial, throttleBytesPerS })
}

/** Until Ctrl-C or a request of the system to end; null, or what ended the board by itself. */
async function untilEnded({ lost }: ServedBoard, output: Output) {
  let asked = false
  const ask = (): void => void (asked = true)
  const signals = ['SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.once(signal, ask)
  const problem = lost.then((found) => ({ found }))
  try {
    while (!asked && !output.interrupted()) {
      const tick = new Promise<null>((done) => setTimeout(() => done(null), EVERY_MS))
      const ended = await Promise.race([problem, tick])
      if (ended !== null) return ended.found
    }
    return null
  } finally {
    for (const signal of signals) process.off(signal, ask)
  }
}

/** `desynclab virtual-board`: a board without hardware, for other programs. */
export function registerVirtualBoard(program: Command, output: Output): void {
  program
    .command('virtual-board')
    .description('a board without hardware, that scripts and terminals can talk to')
    .option('--pty', 'on a pseudo-terminal (needs socat); its path is printed')
    .option('--link <path>', 'make a link with this path to the pseudo-terminal')
    .option('--baud <rate>', 'the rate from which the board chooses how often it sends', '115200')
    .option('--throttle <bytes>', 'send no more than this a second; 11520 is what 115200 baud take')
    .option('--serial <text>', 'the serial number in *IDN?, to tell two boards apart', '0')
    .option('--json', 'print one line of JSON')
    .addHelpText('after', examples)
    .action(async (options: VirtualBoardOptions) => {
      const served = await serve(options)
      const { link = null, baud, throttle } = options
      const facts = {
        path: served.path,
        link,
        identity: served.identity,
        baud: Number(baud),
        throttleBytesPerS: throttle === undefined ? null : Number(throttle),
      }
      if (options.json) output.out(JSON.stringify(facts))
      else output.out(link === null ? served.path : `${link} -> ${served.path}`)
      const problem = await untilEnded(served, output)
      if (problem !== null) throw problem
      await served.stop()
    })
}
