import type { Problem } from '@contract'
import { lineClosed } from '../link/problems'
import type { Transport, TransportEvents } from '../link/transport'

export interface ByteCounters {
  bytesIn: number
  bytesOut: number
}

/**
 * A transport that can be shut for good at any moment, also while it opens: from then on no byte goes
 * out or comes in, whoever still holds it. Counts what passes.
 */
export class GuardedTransport implements Transport {
  private shut = false
  private opening: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly inner: Transport,
    private readonly counters: ByteCounters,
  ) {}

  get isShut(): boolean {
    return this.shut
  }

  get name(): string {
    return this.inner.name
  }

  async open(events: TransportEvents): Promise<void> {
    if (this.shut) throw lineClosed(this.name)
    const opened = this.inner.open({
      data: (bytes) => {
        if (this.shut) return
        this.counters.bytesIn += bytes.length
        events.data(bytes)
      },
      closed: (problem: Problem | null) => {
        if (!this.shut) events.closed(problem)
      },
    })
    this.opening = opened.catch((thrown: unknown) => thrown)
    await opened
    if (this.shut) throw lineClosed(this.name)
  }

  write(bytes: Uint8Array): Promise<void> {
    if (this.shut) return Promise.reject(lineClosed(this.name))
    this.counters.bytesOut += bytes.length
    return this.inner.write(bytes)
  }

  /** Shut at once; done when the port is free for others. */
  async close(): Promise<void> {
    this.shut = true
    // A port cannot be closed while it opens.
    await this.opening
    await this.inner.close()
  }
}
