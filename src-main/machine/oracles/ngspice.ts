import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** @throws Error that says how to get it. */
export async function requireNgspice(): Promise<void> {
  try {
    await run('ngspice', ['--version'])
  } catch (thrown) {
    throw new Error(
      'ngspice cannot be run: this oracle needs the Debian package ngspice (apt-get install ngspice), which npm test installs where it may',
      { cause: thrown },
    )
  }
}

/** One circuit for ngspice: edges by node number, held nodes with their voltages. */
export interface Circuit {
  nodes: number
  ends: readonly (readonly [number, number])[]
  resistanceOhm: readonly number[]
  held: ReadonlyMap<number, number>
}

/** The node held at 0 V and no other may be called 0: all nodes are n0, n1, ... against ground. */
function netlist({ ends, resistanceOhm, held }: Circuit): string {
  return [
    '* oracle',
    ...ends.map(([a, b], e) => `R${e} n${a} n${b} ${resistanceOhm[e]}`),
    ...[...held].map(([node, volt]) => `V${node} n${node} 0 DC ${volt}`),
    '.control',
    'set numdgt=17',
    'op',
    'print all',
    'quit',
    '.endc',
    '.end',
  ].join('\n')
}

/** N node voltages as ngspice computes them, in batch mode. */
export async function ngspice(circuit: Circuit): Promise<number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'desynclab-ngspice-'))
  try {
    const file = join(folder, 'circuit.cir')
    await writeFile(file, netlist(circuit))
    const { stdout } = await run('ngspice', ['-b', file], { maxBuffer: 50_000_000 })
    const volts = new Map([...stdout.matchAll(/^n(\d+) = (\S+)/gm)].map(([, n, v]) => [+n, +v]))
    return Array.from({ length: circuit.nodes }, (_, node) => {
      const volt = volts.get(node)
      if (volt === undefined) throw new Error(`ngspice gave no voltage of n${node}:\n${stdout}`)
      return volt
    })
  } finally {
    await rm(folder, { recursive: true })
  }
}
