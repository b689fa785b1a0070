import { encodeBlock } from '../link/block'

/** What a query answers: text, a block, or text with a block behind it. */
export type Answer = string | Uint8Array

const bytesOf = (answer: Answer): Uint8Array =>
  typeof answer === 'string' ? new TextEncoder().encode(answer) : answer

/** One reply line: the answers of a message, joined by `;`, ended by LF. */
export function replyLine(answers: readonly Answer[]): Uint8Array {
  const bytes = answers.flatMap((answer, i) => [...(i > 0 ? [59] : []), ...bytesOf(answer)])
  return Uint8Array.from([...bytes, 10])
}

export function textAndBlock(text: string, kind: string, payload: Uint8Array): Uint8Array {
  return Uint8Array.from([...bytesOf(text), ...encodeBlock(kind, payload)])
}
