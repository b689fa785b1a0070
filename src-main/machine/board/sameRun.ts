import {
  blockAnswer,
  numberAnswer,
  textAnswer,
  type BoardProgram,
  type ScpiClient,
} from '../../board'

/** What a board says of the run that it holds. */
export interface Standing {
  step: number
  learning: boolean
  /** null: it holds the run that was asked about; otherwise what is different. */
  other: string | null
}

const list = (nodes: readonly number[]): string => `(@${nodes.join(',')})`

/** Asks a board where it stands, and whether it still holds this program. */
export async function askStanding(client: ScpiClient, program: BoardProgram): Promise<Standing> {
  const asked =
    'RUN:STEP?;STAT?;:NETW:DEF?;:ROUT:SOUR?;GRO?;TARG?;:TASK:DEF?;:RULE?;:SEED?;:TEL:STAT?'
  const parts = await client.query(asked)
  const { task, rule } = program
  const kind = task.desired.kind === 'classes' ? `,${task.desired.count}` : ''
  const wanted: [string, string][] = [
    ['sources', list(program.sources)],
    ['grounds', list(program.grounds)],
    ['targets', list(program.targets)],
    ['task', `${kind === '' ? 'TARG' : 'CLAS'},${task.train},${task.test}${kind}`],
    ['rule', rule.kind === 'discrete' ? 'DISC' : 'IDE'],
    ['seed', String(program.seed)],
    ['frames switched on', '1'],
  ]
  const differs = wanted.find(([, text], i) => textAnswer(asked, parts, 3 + i) !== text)
  const network = blockAnswer(asked, parts, 'N', 2).payload.join()
  return {
    step: numberAnswer(asked, parts, 0) ?? 0,
    learning: textAnswer(asked, parts, 1) === 'LEARN',
    other:
      network !== program.edges.flat().join()
        ? network === ''
          ? 'it holds no network.'
          : 'it holds another network.'
        : differs === undefined
          ? null
          : `it has other ${differs[0]}.`,
  }
}
