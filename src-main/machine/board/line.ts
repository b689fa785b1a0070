import type { BoardDevice, Gap } from '@contract'
import type {
  AwayReason,
  BoardCapability,
  BoardConnection,
  BoardFrame,
  ScpiClient,
} from '../../board'
import { boardAway } from './problems'

/** What a machine needs of a connected board. */
export interface BoardLine {
  /** @throws ProblemError board-away */
  device(): BoardDevice
  /** @throws ProblemError board-away */
  capability(): BoardCapability
  /** @throws ProblemError board-away */
  client(): ScpiClient
  /** Frames as they come. @returns what ends it. */
  onFrame(take: (frame: BoardFrame) => void): () => void
  /** The board is out of reach. @returns what ends it. */
  onAway(take: (reason: Gap['reason']) => void): () => void
  /** It is the same device again; nobody else speaks to it meanwhile. @returns what ends it. */
  onBack(take: (client: ScpiClient) => Promise<void>): () => void
  /** Says whether the board learns. */
  learning(is: boolean): void
  /** Says whether a run is under way, also while the board rests between two of its bursts. */
  underWay(is: boolean): void
  /** Epoch time, ms. */
  nowMs(): number
}

const reasons: Record<AwayReason, Gap['reason']> = {
  unplugged: 'unplugged',
  line: 'line',
  released: 'released',
  disconnected: 'released',
}
const lines = new WeakMap<BoardConnection, BoardLine>()

/** The board of a connection, whichever is there; always the same line for the same connection. */
export function lineOf(connection: BoardConnection): BoardLine {
  const known = lines.get(connection)
  if (known !== undefined) return known
  const line: BoardLine = {
    device() {
      const { device } = connection.state()
      if (device === null) throw boardAway()
      return device
    },
    capability: () => connection.capability(),
    client: () => connection.client(),
    onFrame: (take) => connection.onFrame((frame) => take(frame)),
    onAway: (take) => connection.onAway((reason) => take(reasons[reason])),
    onBack: (take) => connection.onBack(take),
    learning: (is) => connection.learning(is),
    underWay: (is) => connection.underWay(is),
    nowMs: () => performance.timeOrigin + performance.now(),
  }
  lines.set(connection, line)
  return line
}
