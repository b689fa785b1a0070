import type { Params } from '../params'
import type { Answer } from '../reply'
import type { BoardState } from '../state'
import type { Telemetry } from '../telemetry'

/** What a command can reach. */
export interface Desk {
  readonly state: BoardState
  readonly telemetry: Telemetry
  /** Microseconds, modulo 2^32. */
  clockUs(): number
  /** @throws CommandError -213, -221 */
  initiate(): void
  headers(): string[]
}

/** A row of the command table. A handler throws a CommandError and has then changed nothing. */
export interface Command {
  /** SCPI's notation: "SYSTem:ERRor[:NEXT]". */
  header: string
  /** Refused while the board learns. */
  idle?: boolean
  set?(desk: Desk, params: Params): void
  /** null: nothing is answered now. */
  get?(desk: Desk, params: Params): Answer | null
}

/** A query without parameters. */
export const reading =
  (answer: (desk: Desk) => Answer): NonNullable<Command['get']> =>
  (desk, params) => {
    params.end()
    return answer(desk)
  }

/** A command without parameters. */
export const doing =
  (work: (desk: Desk) => void): NonNullable<Command['set']> =>
  (desk, params) => {
    params.end()
    work(desk)
  }
