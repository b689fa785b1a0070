import { blockAnswer } from '../link/answers'
import type { ScpiClient } from '../link/client'

const ASKED = 'SYST:HELP:HEAD?'

/** The command tree of each board, asked once. */
export class HeaderCache {
  private readonly known = new Map<string, string[]>()

  /** @param device what tells its firmware from others. @throws ProblemError of the client. */
  async of(device: string, client: ScpiClient): Promise<string[]> {
    const known = this.known.get(device)
    if (known !== undefined) return known
    const { payload } = blockAnswer(ASKED, await client.query(ASKED), 'H')
    const headers = new TextDecoder().decode(payload).split('\n').filter(Boolean)
    this.known.set(device, headers)
    return headers
  }
}
