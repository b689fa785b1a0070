import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const examples = resolve(import.meta.dirname, '../../../../examples')

/** The system's own Python, which need not be the first on the path: it has the system's packages. */
export const systemPython = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3'

export interface Finished {
  code: number | null
  out: string
  err: string
}

function run(script: string, args: readonly string[]): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, PYTHONPATH: examples, PYTHONDONTWRITEBYTECODE: '1' }
    const child = spawn(systemPython, [script, ...args], { env })
    const said = { out: '', err: '' }
    child.stdout.on('data', (bytes: Buffer) => (said.out += bytes.toString()))
    child.stderr.on('data', (bytes: Buffer) => (said.err += bytes.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...said }))
  })
}

/** A script of the top-level folder `examples`. */
export const runExample = (name: string, ...args: string[]): Promise<Finished> =>
  run(resolve(examples, name), args)

export const runProvocation = (port: string): Promise<Finished> =>
  run(resolve(import.meta.dirname, 'provoke.py'), [port])
