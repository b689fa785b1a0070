import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { SHIPPED_FUSES, readFuses } from '../../scripts/package/fuses.mjs'
import { LivePage } from '../pages/live'
import { DIST, FOLDER, Shipped } from './shipped'
import { smoke } from './smoke'

const executable = join(FOLDER, 'desynclab')

test('the built executable has the shipped fuses', async () => {
  const wanted = Object.entries(SHIPPED_FUSES).map(([name, on]) => [name, on ? 'on' : 'off'])
  expect(await readFuses(executable)).toEqual(wanted)
})

test('the executable is no Node, and no switch of Node opens it', () => {
  // With the fuse on, this would print 42 and end; the app refuses for want of a display instead.
  const { stdout } = spawnSync(executable, ['-p', '6 * 7', '--no-sandbox'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', DISPLAY: '' },
    encoding: 'utf8',
    timeout: 30_000,
  })
  expect(stdout).not.toContain('42')
})

test('a debugging port is refused without the test switch', () => {
  for (const door of ['--remote-debugging-port=0', '--remote-debugging-pipe']) {
    const userData = mkdtempSync(join(tmpdir(), 'desynclab-refused-'))
    const { status, stderr } = spawnSync(
      executable,
      ['--no-sandbox', `--user-data-dir=${userData}`, door],
      { encoding: 'utf8', timeout: 60_000 },
    )
    rmSync(userData, { recursive: true, force: true })
    expect(status).toBe(1)
    expect(stderr).toContain('lets other programs into the window, so it is refused')
  }
})

test('it trains, drives an emulated board and exports', async () => {
  const shipped = await Shipped.start(executable)
  try {
    await smoke(shipped)
  } finally {
    await shipped.stop()
  }
})

test('it opens no connection', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desynclab-strace-'))
  const log = join(folder, 'calls')
  const strace = ['strace', '-f', '-qq', '--seccomp-bpf', '-e', 'trace=connect,sendto', '-o', log]
  const shipped = await Shipped.start(executable, strace)
  try {
    const live = new LivePage(shipped.page)
    await live.ready()
    await live.start.click()
    await live.expectStepsAbove(200)
  } finally {
    await shipped.stop()
  }
  const calls = readFileSync(log, 'utf8').split('\n')
  rmSync(folder, { recursive: true, force: true })
  // Sockets of the same computer (the display) are seen, so the log would show others.
  expect(calls.some((line) => line.includes('AF_UNIX'))).toBe(true)
  expect(calls.filter((line) => /sa_family=AF_INET6?\b/.test(line))).toEqual([])
})

test('the bill of materials names what is shipped', () => {
  const bill = JSON.parse(readFileSync(join(DIST, 'desynclab.cdx.json'), 'utf8')) as {
    bomFormat: string
    components: { name: string; version: string }[]
  }
  expect(bill.bomFormat).toBe('CycloneDX')
  const named = new Set(bill.components.map(({ name }) => name))
  for (const name of ['vue', 'echarts', 'serialport', 'libsql', 'zod'])
    expect(named).toContain(name)
})

test('the licence of everything that is shipped is in the package', () => {
  const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
  const licences = read(join(FOLDER, 'resources', 'licences.json')) as {
    name: string
    version: string
    licence: string
  }[]
  const { components } = read(join(DIST, 'desynclab.cdx.json')) as {
    components: { name: string; version: string }[]
  }
  const known = new Set(licences.map(({ name, version }) => `${name}@${version}`))
  expect(components.map(({ name, version }) => `${name}@${version}`)).toEqual(
    expect.arrayContaining([...known]),
  )
  expect(known.size).toBeGreaterThan(50)
  expect(licences.filter(({ licence }) => licence === 'not stated')).toEqual([])
  for (const file of ['LICENSE.electron.txt', 'LICENSES.chromium.html'])
    expect(existsSync(join(FOLDER, file)), file).toBe(true)
})

test('native bindings stand open beside the archive, and the archive is checked where it can be', () => {
  const unpacked = execFileSync('find', [
    join(FOLDER, 'resources', 'app.asar.unpacked'),
    '-name',
    '*.node',
  ])
  expect(unpacked.toString()).toContain('@serialport/bindings-cpp')
  expect(unpacked.toString()).toContain('@libsql')
  // electron-builder puts the archive's hash into the bundle of macOS and the executable of Windows.
  const settings = readFileSync(join(DIST, '..', 'electron-builder.yml'), 'utf8')
  for (const line of [
    'asar: true',
    '  enableEmbeddedAsarIntegrityValidation: true',
    '  onlyLoadAppFromAsar: true',
  ])
    expect(settings.split('\n')).toContain(line)
  expect(settings).not.toContain('disableAsarIntegrity')
})

test('the zip unpacks to the same folder', () => {
  const [zip] = execFileSync('sh', ['-c', `ls ${DIST}/*.zip`], { encoding: 'utf8' }).split('\n')
  const into = mkdtempSync(join(tmpdir(), 'desynclab-zip-'))
  try {
    execFileSync('unzip', ['-q', zip, '-d', into])
    execFileSync('sh', ['-c', `diff -r "${FOLDER}" "${into}"/*`])
    expect(
      execFileSync('sh', ['-c', `test -x "${into}"/*/desynclab && echo runs`]).toString(),
    ).toBe('runs\n')
  } finally {
    rmSync(into, { recursive: true, force: true })
  }
})
