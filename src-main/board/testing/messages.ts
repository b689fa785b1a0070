import { encodeBlock } from '../link/block'
import { allHeaders } from '../virtual/commands'

/** Headers whose answers depend on the clock, the hardware or a run that is under way. */
const elsewhere =
  /^(\*IDN|\*OPC|INIT|SYSTem:(CLOCk|COMM|WATC)|DIAGnostic:(MEM|RES)|FETCh:FRAMe|TELemetry)/

const words =
  '0 1 2 16 0.5 1e-3 -1 9e99 4294967295 3.14159265358979 .5e1 12345678901234567890 #HFF #B101 #Q17 ' +
  'ON OFF DISC IDE BERN RATE SYNC TARG CLAS TRAIN TEST CUT LEAR FREEZE EPOC REPL INF ' +
  '(@0) (@1,2) (@0:3) (@3) (@) (@0: "name" \'x 1.2.3 255 1E 1e+ 0x1'
const parameters = [...words.split(' '), '', '(@ 1 , 2 )', '"a b"', '7 8']

/** Random words: the same for the same seed. */
export function makeRandom(seed: number): (n: number) => number {
  let state = Math.imul(seed, 2654435761) | 1
  return (n) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % n
  }
}

const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)]

function block(random: (n: number) => number): number[] {
  const length = random(random(8) === 0 ? 200 : 50)
  const payload = Uint8Array.from({ length }, () => (random(3) ? random(9) : random(256)))
  const bytes = [...encodeBlock('NFWLB'[random(5)], payload)]
  if (random(15) === 0) bytes[random(bytes.length)] ^= 1 << random(8)
  return bytes
}

/** A message as a clumsy or hostile computer might send it, ended by LF. */
export function randomMessage(random: (n: number) => number, headers: string[]): number[] {
  if (random(20) === 0) return [...Array.from({ length: random(300) }, () => random(256)), 10]
  const bytes: number[] = []
  for (let parts = 1 + random(3); parts > 0; parts--) {
    if (random(2)) bytes.push(58)
    const header = headers[random(headers.length)].replace(/[[\]]/g, '')
    bytes.push(...bytesOf(random(2) ? header : header.replace(/[a-z]/g, '')))
    for (let count = random(4), first = true; count > 0; count--, first = false) {
      bytes.push(first ? 32 : 44)
      if (random(4) === 0) bytes.push(...block(random))
      else bytes.push(...bytesOf(parameters[random(parameters.length)]))
    }
    if (parts > 1) bytes.push(59)
  }
  if (random(8) === 0) bytes[random(bytes.length)] = random(256)
  if (random(16) === 0) bytes.length = random(bytes.length + 1)
  return [...bytes, 10]
}

export const comparableHeaders = (): string[] =>
  allHeaders().filter((header) => !elsewhere.test(header))

/** A network that can be asked about: what random messages alone would hardly make. */
export function readyMessages(random: (n: number) => number): number[] {
  const ends = [0, 1, 1, 2, 2, 3, 3, 0, 0, 4, 4, 5, 5, 2, 4, 3, 1, 5]
  const labels = [0, 1, 0, 1, 0, 1]
  const task = random(2)
    ? ['TASK:DEF TARG,3,1\n']
    : ['TASK:DEF CLAS,4,2,2\nTASK:LAB:DATA 0,', encodeBlock('B', Uint8Array.from(labels)), '\n']
  return [
    '*RST\nNETW:DEF 6,',
    encodeBlock('N', Uint8Array.from(ends)),
    '\nROUT:SOUR (@0);GRO (@2);TARG (@1,4)\n',
    ...task,
  ].flatMap((piece) => (typeof piece === 'string' ? bytesOf(piece) : [...piece]))
}
