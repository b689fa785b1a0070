import { encodeBlock } from '../link/block'
import { packElements } from '../link/elements'
import { frameLineBytes } from '../link/frame'
import type { Float32Learner } from '../float32'
import type { BoardState } from './state'

/** Steps whose time is measured where the board chooses its interval. */
const MEASURED_STEPS = 16
const f = Math.fround

/** floor(V 32767 / range + 1/2), within +-32767, in float32. */
function countOf(volts: number, perVolt: number): number {
  const count = f(volts * perVolt)
  if (count >= 32_767) return 32_767
  return count <= -32_767 ? -32_767 : Math.floor(f(count + 0.5))
}

/** Frames: every k-th step, and never waiting for the line. */
export class Telemetry {
  dropped = 0
  private sequence = 0
  private interval = 0
  private measured = 0
  private beganUs = 0

  constructor(
    private readonly state: BoardState,
    private readonly clockUs: () => number,
  ) {}

  begin(): void {
    this.sequence = this.dropped = this.interval = this.measured = 0
    this.beganUs = this.clockUs()
  }

  /** Bytes on the line of a frame. */
  lineBytes(): number {
    const { network, edges, config } = this.state
    return frameLineBytes(network?.nodes ?? 0, edges, config.rule === 'IDE')
  }

  /**
   * After a step. @param room bytes that the line takes now; @param last the run ends with it.
   * @returns the frame for the line, if one is due and has room.
   */
  step(learner: Float32Learner, room: number, last: boolean): Uint8Array | null {
    const measuring = this.interval === 0 && this.state.settings.frameInterval === 0
    this.chooseInterval()
    if (!this.state.config.telemetry) return null
    const due = !measuring && this.interval > 0 && learner.step % this.interval === 0
    if (!due && !last) return null
    const frame = room < this.lineBytes() ? null : this.frame('T', learner, !last)
    if (frame === null) this.dropped = Math.min(this.dropped + 1, 65_535)
    this.sequence++
    return frame
  }

  /** k = ceil(1.25 F / T), F the time of a frame on the line, T that of a step. */
  private chooseInterval(): void {
    const { frameInterval, baud } = this.state.settings
    if (frameInterval > 0) this.interval = frameInterval
    else if (this.interval === 0 && ++this.measured >= MEASURED_STEPS) {
      const stepsUs = Math.max(1, (this.clockUs() - this.beganUs) >>> 0)
      const frameUs = (this.lineBytes() * 10_000_000) / baud
      const k = Math.ceil((1.25 * frameUs * MEASURED_STEPS) / stepsUs)
      this.interval = Math.min(Math.max(k, 1), 65_535)
    }
  }

  frame(kind: 'T' | 'S', learner: Float32Learner, goesOn: boolean): Uint8Array {
    const { config, output } = this.state
    const { network, mask } = learner
    const ideal = config.rule === 'IDE'
    const head = new DataView(new ArrayBuffer(26))
    head.setUint8(0, (ideal ? 1 : 0) | (output ? 2 : 0) | (goesOn ? 4 : 0))
    head.setUint32(2, this.sequence, true)
    head.setUint32(6, learner.step, true)
    head.setUint32(10, this.clockUs(), true)
    head.setUint16(14, this.interval, true)
    head.setUint16(16, learner.example, true)
    head.setFloat32(18, learner.loss, true)
    head.setUint8(22, network.nodes)
    head.setUint8(23, network.a.length)
    head.setUint16(24, this.dropped, true)
    const edges = ideal ? packElements('F', network.conductance) : packElements('W', network.level)
    const { x, d, plan } = learner.solver
    const perVolt = f(32_767 / config.voltageRange)
    const counts = new DataView(new ArrayBuffer(4 * network.nodes))
    plan.position.forEach((p, i) => {
      counts.setInt16(2 * i, countOf(x[p], perVolt), true)
      counts.setInt16(2 * (network.nodes + i), countOf(f(x[p] + d[p]), perVolt), true)
    })
    const payload = [new Uint8Array(head.buffer), mask, edges, new Uint8Array(counts.buffer)]
    return encodeBlock(kind, Uint8Array.from(payload.flatMap((part) => [...part])))
  }
}
