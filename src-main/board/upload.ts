import type { BoardCapability } from './capability'
import type { ScpiClient } from './link/client'
import { elementBytes, packElements, type Element } from './link/elements'
import { formatNumber, formatProbability } from './numbers'
import type { BoardProgram, BoardRule, BoardSchedule } from './program'

const ALWAYS = 0xffffffff
const list = (nodes: readonly number[]): string => `(@${nodes.join(',')})`

/** An array in as many pieces as the board's largest block asks for. */
export async function uploadArray(
  client: ScpiClient,
  header: string,
  kind: Element,
  values: ArrayLike<number>,
  blockBytes: number,
): Promise<void> {
  const most = Math.floor(blockBytes / elementBytes[kind])
  const all = Array.from(values)
  for (let first = 0; first < all.length; first += most) {
    const payload = packElements(kind, all.slice(first, first + most))
    await client.command(`${header} ${first},`, { kind, payload })
  }
}

async function uploadRule(client: ScpiClient, rule: BoardRule): Promise<void> {
  if (rule.kind === 'discrete') {
    await client.command('RULE DISC')
    await client.command(`RULE:ETA ${formatNumber(rule.eta)}`)
    await client.command(`RULE:LEV:COUN ${rule.levels};STEP ${rule.levelStep}`)
    await client.command(`RULE:LEV:STAR ${rule.startLevel}`)
    await client.command(`RULE:RES:MAX ${formatNumber(rule.maxResistanceOhm)}`)
    await client.command(`RULE:RES:MIN ${formatNumber(rule.minResistanceOhm)}`)
    return
  }
  await client.command('RULE IDE')
  await client.command(`RULE:ETA ${formatNumber(rule.eta)};ALPH ${formatNumber(rule.alpha)}`)
  await client.command(`RULE:COND:MIN ${formatNumber(rule.minConductance)}`)
  await client.command(`RULE:COND:MAX ${formatNumber(rule.maxConductance)}`)
}

async function uploadSchedule(
  client: ScpiClient,
  schedule: BoardSchedule,
  blockBytes: number,
): Promise<void> {
  if (schedule.kind === 'synchronous') {
    await client.command('SCH SYNC')
  } else if (schedule.kind === 'bernoulli') {
    const compensate = schedule.compensate ? 'ON' : 'OFF'
    await client.command(
      `SCH BERN;:SCH:PROB ${formatProbability(schedule.probability)};COMP ${compensate}`,
    )
  } else {
    const limits = Array.from(schedule.thresholds, (limit) => Math.min(limit, ALWAYS))
    await client.command('SCH RATE')
    await uploadArray(client, 'SCH:RATE:DATA', 'L', limits, blockBytes)
  }
}

/**
 * Resets a board and tells it all of a program; it then stands at step 0.
 * @throws ProblemError with the board's own refusal; the board is then reset but not ready.
 */
export async function upload(
  client: ScpiClient,
  program: BoardProgram,
  { blockBytes }: BoardCapability,
): Promise<void> {
  const { task, rule } = program
  await client.command('*RST')
  const ends = Uint8Array.from(program.edges.flat())
  await client.command(`NETW:DEF ${program.nodes},`, { kind: 'N', payload: ends })
  await client.command(`ROUT:SOUR ${list(program.sources)}`)
  await client.command(`ROUT:GRO ${list(program.grounds)}`)
  await client.command(`ROUT:TARG ${list(program.targets)}`)
  const counts = `${task.train},${task.test}`
  if (task.desired.kind === 'targets') {
    await client.command(`TASK:DEF TARG,${counts}`)
    await uploadArray(client, 'TASK:TARG:DATA', 'F', task.desired.voltagesV, blockBytes)
  } else {
    await client.command(`TASK:DEF CLAS,${counts},${task.desired.count}`)
    await uploadArray(client, 'TASK:LAB:DATA', 'B', task.desired.labels, blockBytes)
  }
  await uploadArray(client, 'TASK:INP:DATA', 'F', task.inputsV, blockBytes)
  await uploadRule(client, rule)
  await uploadSchedule(client, program.schedule, blockBytes)
  await client.command(`BATC:DRAW ${program.batch.draw};SIZE ${program.batch.size}`)
  await client.command(`SEED ${program.seed};:RUN:RES`)
  if (rule.kind === 'discrete' && rule.levelOf !== undefined)
    await uploadArray(client, 'EDGE:LEV:DATA', 'W', rule.levelOf, blockBytes)
  if (rule.kind === 'ideal' && rule.conductance !== undefined)
    await uploadArray(client, 'EDGE:COND:DATA', 'F', rule.conductance, blockBytes)
}
