import type { MachineDescription, SpinResponses, SpinsReply } from '@contract'
import { niceAbove } from './extent'
import { formatScientific } from './format'
import type { NodePaint } from './nodePaint'
import type { Numbers } from './numbers'
import { english, type FigureWords } from './words'

/** Which response colours the spins. */
export type ResponseMap = 'both' | 'nudge' | 'input'

/** Whether a spin is affected: the root of both responses is above a part of the largest (ours). */
export function affectedAt(both: Float64Array, part: number): (node: number) => boolean {
  const least = part * both.reduce((most, value) => Math.max(most, value), 0)
  return (node) => both[node] > least
}

/** Colours of a response, with rings around the affected spins. */
export function responsePaint(responses: SpinResponses, map: ResponseMap, part: number): NodePaint {
  const values = responses[map]
  const most = values.reduce((a, b) => Math.max(a, b), 0)
  const affected = affectedAt(responses.both, part)
  return {
    kind: 'response',
    values,
    range: [0, most > 0 ? niceAbove(most) : 1],
    marked: Uint8Array.from(values, (_, node) => (affected(node) ? 1 : 0)),
  }
}

/** How many of the spins that no input holds are affected. */
export function affectedSpins(
  { nodes }: MachineDescription,
  both: Float64Array,
  part: number,
): { affected: number; free: number } {
  const is = affectedAt(both, part)
  const free = [...nodes.keys()].filter((node) => nodes[node].role !== 'source')
  return { affected: free.filter(is).length, free: free.length }
}

/** Bonds from the outputs to the nearest input: the least and the most; null: not known, or no way. */
export function inputDistance({
  nodes,
  distances,
}: MachineDescription): [least: number, most: number] | null {
  const found = nodes.flatMap(({ role }, node) =>
    role === 'target' && distances !== undefined && distances.input[node] >= 0
      ? [distances.input[node]]
      : [],
  )
  return found.length === 0 ? null : [Math.min(...found), Math.max(...found)]
}

/** Every spin with its phases, bias, responses and distances. */
export function responseNumbers(
  { nodes, distances }: MachineDescription,
  seen: SpinsReply,
  part: number,
): Numbers {
  const { nudge, input, both } = seen.responses
  const affected = affectedAt(both, part)
  return {
    columns: [
      { name: 'node' },
      { name: 'role' },
      { name: 'free phase', unit: 'rad' },
      { name: 'nudged phase', unit: 'rad' },
      { name: 'bias' },
      { name: 'bias phase', unit: 'rad' },
      { name: 'nudge response' },
      { name: 'input response', unit: '1/rad' },
      { name: 'both responses' },
      { name: 'affected' },
      { name: 'bonds to an input' },
      { name: 'bonds to an output' },
    ],
    rows: nodes.map(({ name, role }, node) => [
      name,
      role,
      seen.freePhase[node],
      seen.nudgedPhase[node],
      seen.biasStrength[node],
      seen.biasPhase[node],
      nudge[node],
      input[node],
      both[node],
      affected(node) ? 1 : 0,
      distances?.input[node] ?? -1,
      distances?.output[node] ?? -1,
    ]),
  }
}

/** The map in a sentence. */
export function describeResponse(
  description: MachineDescription,
  { both, input, examples, starts }: SpinResponses,
  part: number,
  words: FigureWords = english,
): string {
  const { nodes } = description
  const { affected, free } = affectedSpins(description, both, part)
  const outputs = [...nodes.keys()].filter((node) => nodes[node].role === 'target')
  const answer = outputs.reduce((sum, node) => sum + input[node], 0) / Math.max(1, outputs.length)
  return words.response({
    affected,
    free,
    part,
    answer: formatScientific(answer),
    examples,
    starts,
  })
}
