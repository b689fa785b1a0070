import type { Command } from 'commander'
import { lostDigits } from '../machine/lostDigits'
import { formats } from '../machine/network-files'
import { illConditioned, solveFile, type Hold, type Solved } from '../machine/solve'
import { usageError } from './fail'
import { loadNetwork } from './network-file'
import type { Output } from './output'

interface SolveOptions {
  hold: Hold[]
  clamp: Hold[]
  json?: true
}

const examples = `
NETWORK is a file: ${formats}.
Nodes that a netlist's V elements tie to ground are held as well. Without conductances every edge
has 1. Currents flow from the first to the second node of an edge.

Examples:
  $ desynclab solve bridge.csv --hold in=5 --hold out=0
  $ desynclab solve bridge.cir --clamp mid=2.5 --json`

function hold(argument: string, all: Hold[]): Hold[] {
  const at = argument.lastIndexOf('=')
  const text = argument.slice(at + 1).trim()
  const voltageV = Number(text === '' ? NaN : text)
  if (at < 1 || !Number.isFinite(voltageV))
    throw usageError('bad-hold', `'${argument}' is not NODE=VOLT`, '--hold, --clamp', 'as in A=5')
  return [...all, { node: argument.slice(0, at), voltageV }]
}

/** `desynclab solve`: node voltages, edge currents and power of a network in a file. */
export function registerSolve(program: Command, output: Output): void {
  program
    .command('solve <network>')
    .description('print node voltages, edge currents and power of a network in a file')
    .option('--hold <node=volt>', 'hold a node at a voltage; may be given many times', hold, [])
    .option('--clamp <node=volt>', 'hold it in a second, clamped state only', hold, [])
    .option('--json', 'print one line of JSON')
    .addHelpText('after', examples)
    .action(async (path: string, options: SolveOptions) => {
      const solved = solveFile(await loadNetwork(path), options.hold, options.clamp)
      output.out(options.json ? JSON.stringify(asJson(solved)) : asText(solved))
    })
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)

function asJson({ network, conductance, held, free, clamped }: Solved) {
  const { names, a, b } = network
  const states = { free, ...(clamped === null ? {} : { clamped }) }
  return {
    held,
    edges: Array.from(a, (_, e) => ({
      a: names[a[e]],
      b: names[b[e]],
      conductance: conductance[e],
    })),
    states: Object.fromEntries(
      Object.entries(states).map(([name, { voltageV, current, power, residual, condition }]) => [
        name,
        {
          voltageV: Object.fromEntries(names.map((node, i) => [node, voltageV[i]])),
          current: [...current],
          power: [...power],
          totalPower: total(power),
          residual,
          condition,
        },
      ]),
    ),
  }
}

const digits = (value: number): string => (value === 0 ? '0' : value.toPrecision(7))

/** Columns of equal width: the first to the left, numbers to the right. */
function columns(rows: readonly (readonly string[])[]): string {
  // Row by row: half a million arguments of one call would not fit the stack.
  const width = rows[0].map((_, c) => rows.reduce((most, row) => Math.max(most, row[c].length), 0))
  const line = (row: readonly string[]) =>
    row.map((text, c) => (c === 0 ? text.padEnd(width[0]) : text.padStart(width[c]))).join('  ')
  return rows.map((row) => `  ${line(row)}`).join('\n')
}

function asText({ network, conductance, free, clamped }: Solved): string {
  const { names, a, b } = network
  const states = clamped === null ? [free] : [free, clamped]
  const head = (what: string) => (clamped === null ? [what] : [`free ${what}`, `clamped ${what}`])
  const nodes = columns([
    ['node', ...head('V')],
    ...names.map((name, i) => [name, ...states.map(({ voltageV }) => digits(voltageV[i]))]),
  ])
  const edges = columns([
    ['edge', 'conductance', ...head('current'), ...head('power')],
    ...Array.from(a, (_, e) => [
      `${names[a[e]]}-${names[b[e]]}`,
      digits(conductance[e]),
      ...states.map(({ current }) => digits(current[e])),
      ...states.map(({ power }) => digits(power[e])),
    ]),
  ])
  const sums = states.flatMap(({ power, residual, condition }, i) => {
    const name = clamped === null ? '' : i === 0 ? 'free: ' : 'clamped: '
    const sum = `  ${name}power ${digits(total(power))}, Kirchhoff residual ${residual.toExponential(1)}`
    if (condition <= illConditioned) return [sum]
    const lost = `${lostDigits(condition)} of 16 digits of a voltage may be lost`
    return [
      sum,
      `  ${name}ill-conditioned: condition number ${condition.toExponential(1)}, ${lost}`,
    ]
  })
  return [nodes, edges, sums.join('\n')].join('\n\n')
}
