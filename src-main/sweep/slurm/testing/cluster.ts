import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { availableParallelism, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const START_MS = 60_000

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** A dozen lines that make of this computer a cluster of one node, all of it in one folder. */
function configuration(folder: string, [controller, node]: [number, number]): string {
  const { username } = userInfo()
  const lines = {
    ClusterName: 'desynclab',
    SlurmctldHost: 'localhost',
    SlurmctldPort: controller,
    SlurmdPort: node,
    SlurmUser: username,
    SlurmdUser: username,
    AuthType: 'auth/munge',
    AuthInfo: `socket=${join(folder, 'munge.socket')}`,
    ProctrackType: 'proctrack/linuxproc',
    TaskPlugin: 'task/none',
    SelectType: 'select/cons_tres',
    SelectTypeParameters: 'CR_CPU',
    SchedulerParameters: 'batch_sched_delay=0,sched_min_interval=10000',
    ReturnToService: 2,
    StateSaveLocation: join(folder, 'state'),
    SlurmdSpoolDir: join(folder, 'spool'),
    SlurmctldPidFile: join(folder, 'slurmctld.pid'),
    SlurmdPidFile: join(folder, 'slurmd.pid'),
    SlurmctldLogFile: join(folder, 'slurmctld.log'),
    SlurmdLogFile: join(folder, 'slurmd.log'),
  }
  return [
    ...Object.entries(lines).map(([key, value]) => `${key}=${value}`),
    `NodeName=localhost CPUs=${availableParallelism()} State=UNKNOWN`,
    'PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP',
    '',
  ].join('\n')
}

/** A real Slurm on this computer: its own munge, controller and node daemon on the loopback. */
export class Cluster {
  readonly folder = mkdtempSync(join(tmpdir(), 'desynclab-slurm-'))
  readonly env: NodeJS.ProcessEnv = {
    ...process.env,
    SLURM_CONF: join(this.folder, 'slurm.conf'),
    PATH: `${process.env.PATH ?? ''}:/usr/sbin`,
  }
  private readonly daemons: ChildProcess[] = []

  async start(): Promise<void> {
    const { folder } = this
    chmodSync(folder, 0o755)
    for (const name of ['state', 'spool']) mkdirSync(join(folder, name))
    const key = join(folder, 'munge.key')
    writeFileSync(key, randomBytes(128), { mode: 0o400 })
    const ports: [number, number] = [await freePort(), await freePort()]
    writeFileSync(join(folder, 'slurm.conf'), configuration(folder, ports))
    const files = ['pid', 'log', 'seed'].map(
      (one) => `--${one}-file=${join(folder, `munge.${one}`)}`,
    )
    const socket = join(folder, 'munge.socket')
    this.daemon('munged', [
      '--foreground',
      '--force',
      `--key-file=${key}`,
      `--socket=${socket}`,
      ...files,
    ])
    await this.until('munge', () => existsSync(socket))
    this.daemon('slurmctld', ['-D'])
    this.daemon('slurmd', ['-D', '-N', 'localhost'])
    await this.until('the node', () => /\bidle\b/.test(this.ask('sinfo', ['-h', '-o', '%T'])))
  }

  private daemon(name: string, args: string[]): void {
    this.daemons.push(spawn(name, args, { env: this.env, stdio: 'ignore' }))
  }

  private async until(what: string, holds: () => boolean): Promise<void> {
    const endMs = performance.now() + START_MS
    while (!holds()) {
      if (performance.now() > endMs) throw new Error(`${what} did not start:\n${this.logs()}`)
      await wait(100)
    }
  }

  /** What a command of Slurm prints. */
  ask(command: string, args: readonly string[]): string {
    return spawnSync(command, args, { env: this.env, encoding: 'utf8' }).stdout
  }

  /** Until no job is left. */
  async drained(): Promise<void> {
    while (this.ask('squeue', ['-h']).trim() !== '') await wait(200)
  }

  logs(): string {
    return ['munge.log', 'slurmctld.log', 'slurmd.log']
      .map((name) => join(this.folder, name))
      .filter((path) => existsSync(path))
      .map((path) => `${path}\n${readFileSync(path, 'utf8').slice(-2000)}`)
      .join('\n')
  }

  async stop(): Promise<void> {
    this.ask('scancel', ['--full', '-u', userInfo().username])
    for (const daemon of [...this.daemons].reverse()) {
      const gone = new Promise((resolve) => daemon.once('exit', resolve))
      if (daemon.exitCode !== null || daemon.signalCode !== null) continue
      daemon.kill('SIGTERM')
      await Promise.race([gone, wait(10_000).then(() => daemon.kill('SIGKILL'))])
    }
    rmSync(this.folder, { recursive: true, force: true })
  }
}
