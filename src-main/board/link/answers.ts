import type { Block } from './block'
import { unpackElements, type Element } from './elements'
import type { ReplyPart } from './parser'
import { unreadable } from './problems'

/** Readers of single answers. @throws ProblemError board-unreadable-answer. */
const NOT_A_NUMBER = 9.91e37

const show = (part: ReplyPart | undefined): string => part?.text ?? '(nothing)'

export function textAnswer(asked: string, parts: ReplyPart[], at = 0): string {
  const part = parts[at]
  if (part === undefined || part.blocks.length > 0) throw unreadable(asked, show(part))
  return part.text
}

/** null for SCPI's not-a-number. */
export function numberAnswer(asked: string, parts: ReplyPart[], at = 0): number | null {
  const text = textAnswer(asked, parts, at)
  const value = Number(text)
  if (text === '' || !Number.isFinite(value)) throw unreadable(asked, text)
  return value === NOT_A_NUMBER ? null : value
}

export function blockAnswer(asked: string, parts: ReplyPart[], kind: string, at = 0): Block {
  const part = parts[at]
  const block = part?.blocks[0]
  if (block === undefined || block.kind !== kind || block.version !== 1)
    throw unreadable(asked, show(part))
  return block
}

export function elementsAnswer(
  asked: string,
  parts: ReplyPart[],
  kind: Element,
  at = 0,
): Float64Array<ArrayBuffer> {
  return unpackElements(kind, blockAnswer(asked, parts, kind, at).payload)
}
