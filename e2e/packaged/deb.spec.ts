import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { DIST, Shipped } from './shipped'
import { smoke } from './smoke'

const deb = (): string => {
  const name = readdirSync(DIST).find((file) => file.endsWith('.deb'))
  if (name === undefined) throw new Error('there is no deb: npm run package')
  return join(DIST, name)
}

const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
function asRoot(...args: string[]): string {
  const [command, ...rest] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', ...args]
  return execFileSync(command, rest, { encoding: 'utf8' })
}

const read = (file: string) => readFileSync(file, 'utf8')

/** The menu's entry starts what is there, with the file of a double click, and the kinds of file are known. */
function desktop(): void {
  const entry = read('/usr/share/applications/desynclab.desktop')
  const [, command] = /^Exec=(\S+) %f$/m.exec(entry) ?? []
  expect(statSync(command).mode & 0o111).not.toBe(0)
  expect(entry).toMatch(/^Type=Application$/m)
  expect(entry).toMatch(/^Icon=desynclab$/m)
  expect(entry).toMatch(/^StartupWMClass=desynclab$/m)
  const [, kind] = /^MimeType=(.*);$/m.exec(entry) ?? []
  const kinds = read('/usr/share/mime/packages/desynclab.xml')
  expect(kinds).toContain(`<mime-type type="${kind}">`)
  for (const ending of ['*.desynclab', '*.desynclab.json', '*.desynclab.zip'])
    expect(kinds).toContain(`<glob pattern="${ending}" />`)
  const icon = readFileSync('/usr/share/icons/hicolor/512x512/apps/desynclab.png')
  expect(icon.subarray(1, 4).toString()).toBe('PNG')
  expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([512, 512])
  expect(read('/usr/share/icons/hicolor/scalable/apps/desynclab.svg')).toContain('<svg')
}

/** Every rule of the boards matches one device, opens it for the user at the seat, and keeps others away. */
function boards(): void {
  const rules = read('/usr/lib/udev/rules.d/60-desynclab.rules')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  expect(rules.length).toBeGreaterThan(3)
  for (const rule of rules)
    expect(rule).toMatch(
      /^SUBSYSTEM=="tty", ATTRS\{idVendor\}=="[0-9a-f]{4}", (ATTRS\{idProduct\}=="[0-9a-f]{4}", )?TAG\+="uaccess", ENV\{ID_MM_DEVICE_IGNORE\}="1"$/,
    )
}

/** The command line says what is missing where there is no Node, or an old one. */
function nodes(): void {
  const run = (path: string) =>
    spawnSync('/bin/sh', ['/usr/bin/desynclab', '--version'], {
      env: { PATH: path },
      encoding: 'utf8',
    })
  const folder = mkdtempSync(join(tmpdir(), 'desynclab-path-'))
  for (const tool of ['dirname', 'readlink'])
    symlinkSync(
      execFileSync('sh', ['-c', `command -v ${tool}`])
        .toString()
        .trim(),
      join(folder, tool),
    )
  const none = run(folder)
  expect(none.status).toBe(127)
  expect(none.stderr).toContain('needs Node 20.19 or newer, and no node was found')
  // As Node 18 answers the two questions that it is asked.
  const old = '#!/bin/sh\ntest "$1" = --version && echo v18.20.4 && exit 0\nexit 1\n'
  writeFileSync(join(folder, 'node'), old, { mode: 0o755 })
  const early = run(folder)
  expect(early.status).toBe(1)
  expect(early.stderr).toContain('is v18.20.4')
  rmSync(folder, { recursive: true, force: true })
  const right = spawnSync('desynclab', ['--version'], { encoding: 'utf8' })
  expect(right.stdout.trim()).toMatch(/^\d+\.\d+\.\d+/)
}

test('the deb installs, trains, exports by both of its faces, and is removed without a trace', async () => {
  test.setTimeout(300_000)
  asRoot('apt-get', 'install', '-y', '--no-install-recommends', deb())
  try {
    const installed = execFileSync('dpkg', ['-L', 'desynclab'], { encoding: 'utf8' })
    for (const file of [
      '/opt/Desynclab/desynclab',
      '/usr/bin/desynclab',
      '/usr/share/applications/desynclab.desktop',
      '/usr/share/mime/packages/desynclab.xml',
      '/usr/lib/udev/rules.d/60-desynclab.rules',
      '/usr/share/icons/hicolor/512x512/apps/desynclab.png',
      '/usr/share/icons/hicolor/scalable/apps/desynclab.svg',
    ])
      expect(installed).toContain(file)
    desktop()
    boards()
    nodes()

    const folder = mkdtempSync(join(tmpdir(), 'desynclab-deb-'))
    const report = join(folder, 'bundle')
    const { stdout, stderr, status } = spawnSync(
      'desynclab',
      ['run', '--preset', 'iris-penn16', '--report', report],
      { encoding: 'utf8' },
    )
    expect(status, stderr).toBe(0)
    expect(stdout).toMatch(/steps/)
    expect(readFileSync(join(report, 'report.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    expect(spawnSync('desynclab', ['verify', report], { encoding: 'utf8' }).status).toBe(0)
    rmSync(folder, { recursive: true, force: true })

    const shipped = await Shipped.start('/opt/Desynclab/desynclab')
    try {
      await smoke(shipped)
    } finally {
      await shipped.stop()
    }
  } finally {
    asRoot('apt-get', 'purge', '-y', 'desynclab')
  }
  for (const left of ['/opt/Desynclab', '/usr/bin/desynclab', '/usr/share/doc/desynclab'])
    expect(existsSync(left), left).toBe(false)
})
