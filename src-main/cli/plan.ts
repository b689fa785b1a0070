import { listSettings, sweepPlanSchema, type SweepAxis, type SweepPlanInput } from '@contract'
import type { Command } from 'commander'
import { z } from 'zod'
import { Sweep } from '../sweep'
import { usageError } from './fail'
import type { Output } from './output'
import { parseValue } from './parse-value'
import { chooseConfig, type ConfigOptions } from './run-config'

interface PlanOptions extends ConfigOptions {
  axis: string[]
  seeds?: string
  firstSeed?: string
  updates?: string
  plateau?: string
  below?: string
  name?: string
  watchCycle?: true
  follow?: string
}

const examples = `
Examples:
  $ desynclab plan --preset iris-penn16 --axis schedule.probability=0.1,0.25,0.5,1 \\
      --seeds 30 --updates 2000 > plan.json
  $ desynclab plan --preset allostery-penn16 --axis rule.alpha=0.001..0.1:9:log --seeds 10 \\
      --steps 20000 > plan.json
  $ desynclab sweep plan.json

An axis is a field and its values, or its first and last value, how many, and log for equal ratios.
Settings are those of desynclab run --help-config; docs/sweeps.md has all that a plan can say.`

const collect = (value: string, all: string[]): string[] => [...all, value]

/** `desynclab plan`: the plan of a sweep from options, as JSON. */
export function registerPlan(program: Command, output: Output): void {
  program
    .command('plan')
    .description('write the plan of a sweep')
    .option('--preset <id>', 'start from a preset (see: desynclab presets)')
    .option('--config <file>', 'start from a run.json or a configuration instead')
    .option('--table <file>', 'learn from a CSV of numbers; its columns are named by:')
    .option('--inputs <columns>', 'columns that drive the sources, as in time,load:0..40')
    .option('--targets <columns>', 'columns desired on the targets')
    .option('--network <file>', 'take the network of a CSV, JSON, GraphML or SPICE file')
    .option('--set <path=value>', 'change a setting; may be given many times', collect, [])
    .option('--axis <path=values>', 'vary a setting; may be given many times', collect, [])
    .option('--seeds <n>', 'seeds of every cell (default 1)')
    .option('--first-seed <n>', 'the first of them (default 1)')
    .option('--steps <n>', 'every run ends after so many steps')
    .option('--updates <n>', 'every run ends after so many expected updates per edge')
    .option('--plateau <tolerance>', 'every run ends where its error falls by less than this part')
    .option('--below <error>', 'every run ends where an evaluation has a smaller training error')
    .option('--watch-cycle', 'tell whether a run is caught in a cycle')
    .option('--follow <steps>', 'look at the conductances for so many steps after the end')
    .option('--name <text>', 'what you call it')
    .addHelpText('after', examples)
    .action(async (options: PlanOptions) => {
      const plan = sweepPlanSchema.parse(await planOf(options))
      new Sweep(plan).check()
      output.out(JSON.stringify(plan, null, 2))
    })
}

async function planOf(options: PlanOptions): Promise<SweepPlanInput> {
  const { axis, seeds, firstSeed, follow } = options
  const stop = stopOf(options)
  // A preset without an end is one where the stop rule brings it.
  const base = await chooseConfig(stop.kind === 'steps' ? options : { ...options, steps: '1' })
  return {
    name: options.name ?? base.name,
    base: { ...base, stop: { steps: stop.kind === 'steps' ? base.stop.steps : null } },
    axes: axis.map(parseAxis),
    seeds: {
      first: firstSeed === undefined ? base.seed : whole(firstSeed, '--first-seed', 0),
      count: seeds === undefined ? 1 : whole(seeds, '--seeds', 1),
    },
    stop,
    watchCycle: options.watchCycle === true,
    follow: follow === undefined ? null : { steps: whole(follow, '--follow', 2) },
  }
}

function whole(text: string, option: string, least: number): number {
  const value = Number(text)
  if (text !== '' && Number.isSafeInteger(value) && value >= least) return value
  const allowed = `allowed: a whole number from ${least} on`
  throw usageError('bad-number', `'${text}' is no such number`, option, allowed)
}

function stopOf({
  updates,
  plateau,
  below,
  steps,
}: PlanOptions): NonNullable<SweepPlanInput['stop']> & { kind: string } {
  const ends = Object.entries({ updates, plateau, below }).filter(([, one]) => one !== undefined)
  if (ends.length > 1) {
    const options = ends.map(([name]) => `--${name}`).join(' and ')
    throw usageError('two-ends', 'a run has one end', options, 'leave one')
  }
  const most = steps === undefined ? {} : { mostSteps: whole(steps, '--steps', 1) }
  if (updates !== undefined)
    return { kind: 'updates', perEdge: number(updates, '--updates', 1e12), ...most }
  if (plateau !== undefined)
    return { kind: 'plateau', tolerance: number(plateau, '--plateau', 1), ...most }
  if (below !== undefined) return { kind: 'error', below: number(below, '--below', 1e12), ...most }
  return { kind: 'steps', steps: null }
}

function number(text: string, option: string, most: number): number {
  const value = Number(text)
  if (text !== '' && value > 0 && value <= most) return value
  throw usageError(
    'bad-number',
    `'${text}' is no such number`,
    option,
    `allowed: above 0, to ${most}`,
  )
}

/** `path=a,b,c`, `path=a..b:n` or `path=a..b:n:log`; a list of lists as JSON. @throws ProblemError */
export function parseAxis(text: string): SweepAxis {
  const at = text.indexOf('=')
  const [path, values] = [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  const tip = 'as in schedule.probability=0.1,0.5,1 or rule.alpha=0.001..0.1:9:log'
  if (at < 1 || values === '') throw usageError('bad-axis', `'${text}' is no axis`, '--axis', tip)
  const range = /^([^.,:]*\.?[^.,:]*)\.\.([^,:]+):(\d+)(:log)?$/.exec(values)
  if (range !== null) {
    const [from, to, count] = [Number(range[1]), Number(range[2]), Number(range[3])]
    if (!Number.isFinite(from) || !Number.isFinite(to) || count < 2)
      throw usageError('bad-axis', `'${values}' is no range`, `--axis ${path}`, tip)
    const spacing = range[4] === undefined ? 'linear' : 'logarithmic'
    return { kind: 'range', path, from, to, count, spacing }
  }
  return { kind: 'list', path, values: listOf(path, values) }
}

function listOf(path: string, text: string): Extract<SweepAxis, { kind: 'list' }>['values'] {
  if (text.startsWith('[')) return listOfJson(path, text)
  // A path of many variants reads its text the same way in each; an unknown one is refused later.
  const setting = listSettings().find((one) => one.path === path)
  const parts = text.split(',').map((part) => part.trim())
  if (setting === undefined) return parts
  return parts.map((part) => parseValue(setting, part) as ReturnType<typeof listOf>[number])
}

function listOfJson(path: string, text: string): ReturnType<typeof listOf> {
  const read = z.array(z.json()).safeParse(parseJson(text))
  if (read.success) return read.data
  throw usageError('bad-axis', `'${text}' is no JSON list`, `--axis ${path}`, 'as in [[1,2],[3,4]]')
}

/** undefined: it is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined
    throw thrown
  }
}
