import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type Browser, type Page } from '@playwright/test'

export const DIST = resolve(import.meta.dirname, '../../dist')
/** The app as packaging lays it out. */
export const FOLDER = join(DIST, 'linux-unpacked')

/** As root Chromium's sandbox refuses; a user's start has it. */
const ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : []
/** Electron's own start under load. */
const PATIENCE_MS = 60_000

/**
 * A shipped app that runs: its fuses lock out Playwright's Electron driver, so the window is driven
 * through Chromium's own port, which the app opens for a test of the package only.
 */
export class Shipped {
  private constructor(
    readonly page: Page,
    readonly process: ChildProcess,
    readonly userData: string,
    private readonly browser: Browser,
  ) {}

  /**
   * @param executable of the package
   * @param before a command to start it under, such as strace
   */
  static async start(executable: string, before: string[] = []): Promise<Shipped> {
    const userData = mkdtempSync(join(tmpdir(), 'desynclab-shipped-'))
    const [command, ...rest] = [
      ...before,
      executable,
      ...ROOT,
      `--user-data-dir=${userData}`,
      '--remote-debugging-port=0',
      '--desynclab-test',
    ]
    const child = spawn(command, rest, {
      // The dialogs of the system open in the home folder.
      env: { ...process.env, HOME: userData, LANG: 'en_GB.UTF-8' },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    })
    let said = ''
    child.stderr?.on('data', (bytes: Buffer) => (said = (said + bytes.toString()).slice(-4000)))
    const port = await portOf(userData, child)
      .then(async (port) => pageLoaded(port, child).then(() => port))
      .catch((error: unknown) => {
        throw new Error(`${String(error)}; it said: ${said}`)
      })
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    const [page] = browser.contexts()[0].pages()
    await page.getByTestId('tour-skip').click()
    return new Shipped(page, child, userData, browser)
  }

  async stop(): Promise<void> {
    await this.browser.close()
    const { pid } = this.process
    const gone = new Promise<void>((done) => this.process.once('exit', () => done()))
    if (this.process.exitCode === null && pid !== undefined) {
      process.kill(-pid, 'SIGKILL')
      await gone
    }
    rmSync(this.userData, { recursive: true, force: true, maxRetries: 5 })
  }

  /** Answers the system's folder dialog: the window of this title, a path, Enter. */
  async answerDialog(title: string, path: string): Promise<void> {
    const window = await dialog(title)
    execFileSync('xdotool', ['windowfocus', '--sync', window])
    execFileSync('xdotool', ['type', '--delay', '20', path])
    await wait(500)
    execFileSync('xdotool', ['key', 'Return'])
  }
}

async function dialog(title: string): Promise<string> {
  for (let i = 0; i < 100; i++) {
    try {
      const found = execFileSync('xdotool', ['search', '--onlyvisible', '--name', title])
      return found.toString().trim().split('\n').at(-1) ?? ''
    } catch (thrown) {
      // Status 1: nothing of that name yet.
      if (!(thrown instanceof Error) || Reflect.get(thrown, 'status') !== 1) throw thrown
      await wait(200)
    }
  }
  throw new Error(`no dialog "${title}" appeared`)
}

/**
 * Waits until the window shows its page. A driver that attaches while Chromium still changes from
 * the empty page to ours gets no answer at all: 3 of 40 starts, and none of 100 after this wait.
 */
async function pageLoaded(port: string, child: ChildProcess): Promise<void> {
  for (let ms = 0; ms < PATIENCE_MS; ms += 100) {
    if (child.exitCode !== null) throw new Error(`the app ended with status ${child.exitCode}`)
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`)
    const targets = (await answer.json()) as { type: string; title: string }[]
    if (targets.some(({ type, title }) => type === 'page' && title === 'Desynclab')) return
    await wait(100)
  }
  throw new Error('the app showed no page')
}

/** Chromium writes the port it took into the user's folder. */
async function portOf(userData: string, child: ChildProcess): Promise<string> {
  const file = join(userData, 'DevToolsActivePort')
  for (let ms = 0; ms < PATIENCE_MS; ms += 100) {
    if (child.exitCode !== null) throw new Error(`the app ended with status ${child.exitCode}`)
    if (existsSync(file)) {
      const [port] = readFileSync(file, 'utf8').split('\n')
      if (port !== '') return port
    }
    await wait(100)
  }
  throw new Error('the app opened no port')
}
