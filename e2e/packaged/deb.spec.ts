import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
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
    ])
      expect(installed).toContain(file)

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

    const none = spawnSync('/bin/sh', ['/usr/bin/desynclab', '--version'], {
      env: { PATH: '/nowhere' },
      encoding: 'utf8',
    })
    expect(none.status).not.toBe(0)

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
