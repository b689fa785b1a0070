import type { Problem } from '@contract'
import { readCapability, type BoardCapability } from '../capability'
import { textAnswer } from '../link/answers'
import { ScpiClient } from '../link/client'
import type { BoardFrame } from '../link/frame'
import type { Transport } from '../link/transport'

export interface OpenBoard {
  client: ScpiClient
  identity: string
  capability: BoardCapability
  frames: BoardFrame[]
  lost: (Problem | null)[]
}

/** A board that was identified, with everything that it says on its own. */
export async function openBoard(transport: Transport): Promise<OpenBoard> {
  const frames: BoardFrame[] = []
  const lost: (Problem | null)[] = []
  const client = await ScpiClient.open(transport, {
    frame: (frame) => frames.push(frame),
    closed: (problem) => lost.push(problem),
  })
  const identity = await client.identify()
  const capability = readCapability(textAnswer('SYST:CAP?', await client.query('SYST:CAP?')))
  return { client, identity, capability, frames, lost }
}

/** Waits until a run has ended, asking now and then. */
export async function untilIdle(client: ScpiClient): Promise<void> {
  while (textAnswer('RUN:STAT?', await client.query('RUN:STAT?')) !== 'IDLE')
    await new Promise((done) => setTimeout(done, 5))
}

/** Does `count` steps and waits for their end. */
export async function runSteps(client: ScpiClient, count: number): Promise<void> {
  await client.command(`TRIG:COUN ${count}`)
  await client.command('INIT')
  await untilIdle(client)
}
