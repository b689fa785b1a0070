import { ProblemError } from '@contract'
import { unpackElements, type Element } from '../link/elements'
import type { ScpiClient } from '../link/client'
import type { Block } from '../link/block'
import type { ReplyPart } from '../link/parser'

/** Numbers of a block that are shown. */
const MOST_SHOWN = 400

const isElement = (kind: string): kind is Element => ['F', 'W', 'L', 'B'].includes(kind)

function showBlock({ kind, payload }: Block): string {
  if (kind === 'H') return new TextDecoder().decode(payload)
  if (!isElement(kind)) {
    const bytes = Array.from(payload.subarray(0, MOST_SHOWN), (byte) =>
      byte.toString(16).padStart(2, '0'),
    )
    return `#${kind} ${payload.length} bytes: ${bytes.join(' ')}`
  }
  const values = unpackElements(kind, payload)
  const shown = Array.from(values.subarray(0, MOST_SHOWN), (value) =>
    kind === 'F' ? String(Number(value.toPrecision(7))) : String(value),
  )
  const rest = values.length > MOST_SHOWN ? ', ...' : ''
  return `#${kind} ${values.length} values: ${shown.join(', ')}${rest}`
}

/** An answer for people: blocks as their numbers. */
export const showAnswer = ({ text, blocks }: ReplyPart): string =>
  [text, ...blocks.map(showBlock)].filter((piece) => piece !== '').join(' ')

/** Text between quotes asks nothing. */
const isQuery = (line: string): boolean => line.replace(/"[^"]*"?/g, '').includes('?')

/**
 * What a person typed, line by line. @returns the answers, one per query.
 * @throws ProblemError of the client, and board-would-wait: the answer to `*OPC?` comes when a run ends,
 *   and nothing else could be asked meanwhile.
 */
export async function sendTyped(
  client: ScpiClient,
  text: string,
  learning: boolean,
): Promise<string[]> {
  const answers: string[] = []
  for (const line of text.split(/[\r\n]+/).map((typed) => typed.trim())) {
    if (line === '') continue
    if (/\*OPC\?/i.test(line) && (learning || /INIT/i.test(line))) throw wouldWait(line)
    if (isQuery(line)) answers.push(...(await client.query(line)).map(showAnswer))
    else await client.command(line)
  }
  return answers
}

const wouldWait = (line: string): ProblemError =>
  new ProblemError({
    id: 'board-would-wait',
    severity: 'error',
    message: '*OPC? is answered when the run ends, and nothing else could be asked until then.',
    where: line.slice(0, 500),
    kept: 'It was not sent.',
    tip: 'Ask RUN:STATe?, or send *OPC and read *ESR?.',
  })
