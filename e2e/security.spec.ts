import { expect, test } from './lab'

// What the tests below try is told by Chromium too.
test.use({ provoked: /Not allowed to load local resource|status of 40[0-9]/ })

test('the page has the lab and nothing of Node or Electron', async ({ live, page }) => {
  await live.ready()
  const found = await page.evaluate(() => ({
    lab: Object.keys(window.lab).sort(),
    leaks: ['require', 'process', 'Buffer', 'module', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
  }))
  expect(found.lab).toEqual(['acknowledge', 'onEvent', 'onFrame', 'pathOf', 'send'])
  expect(found.leaks).toEqual([])
})

test('the window is isolated and sandboxed', async ({ app, live }) => {
  await live.ready()
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]
    const known: unknown = Reflect.get(webContents, 'getLastWebPreferences')
    return typeof known === 'function' ? known.call(webContents) : null
  })
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
  })
})

test('it goes nowhere and opens nothing', async ({ app, live, page }) => {
  await live.ready()
  const url = page.url()
  expect(url).toMatch(/^app:\/\//)
  await app.evaluate(({ shell }) => {
    shell.openExternal = async (opened) => {
      Reflect.set(globalThis, 'opened', opened)
    }
  })
  await page.evaluate(() => {
    window.open('https://example.com/')
    window.open('file:///etc/passwd')
    const link = document.createElement('a')
    link.href = 'https://example.com/'
    document.body.append(link)
    link.click()
    link.remove()
  })
  await page.waitForTimeout(300)
  expect(page.url()).toBe(url)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(await app.evaluate(() => Reflect.get(globalThis, 'opened') ?? null)).toBeNull()
  await page.evaluate(() => void window.open('https://arxiv.org/abs/2201.04626'))
  await expect
    .poll(() => app.evaluate(() => Reflect.get(globalThis, 'opened') ?? null))
    .toBe('https://arxiv.org/abs/2201.04626')
})

test('permissions are denied', async ({ live, page }) => {
  await live.ready()
  const answers = await page.evaluate(async () => {
    const camera = await navigator.mediaDevices
      ?.getUserMedia({ video: true })
      .then(() => 'granted')
      .catch((error: unknown) => (error instanceof Error ? error.name : 'error'))
    return { camera: camera ?? 'none', notification: await Notification.requestPermission() }
  })
  expect(answers.camera).not.toBe('granted')
  expect(answers.notification).toBe('denied')
})

test('its scheme serves the app and nothing else', async ({ live, page }) => {
  await live.ready()
  const answers = await page.evaluate(async () => {
    const paths = ['../main/index.js', '%2e%2e/main/index.js', '..%5cmain%5cindex.js', 'none.js']
    const get = (path: string) =>
      fetch(`app://desynclab/${path}`)
        .then((response) => response.status)
        .catch(() => 0)
    return Promise.all(paths.map(get))
  })
  for (const status of answers) expect(status).not.toBe(200)
})

test('a malformed command is answered with a problem, and the window lives on', async ({
  live,
  page,
}) => {
  const answers = await page.evaluate(async () => {
    const lab: unknown = window.lab
    const send = Reflect.get(lab as object, 'send') as (
      name: unknown,
      request: unknown,
    ) => Promise<{ ok: boolean }>
    const tries: [unknown, unknown][] = [
      ['configure', null],
      ['configure', { config: { network: 'penn16' } }],
      ['adjust', { change: { kind: 'set', path: 'seed', value: 1 } }],
      ['adjust', { change: { kind: 'edge', edge: -1, action: 'cut' } }],
      ['step', { count: 1e12 }],
      ['pace', { stepsPerSecond: 'fast' }],
      ['history', { series: 'secrets', fromStep: 0, toStep: null, buckets: 10 }],
      ['report', { directory: 7 }],
      ['no-such-command', undefined],
      ['__proto__', undefined],
    ]
    const outcomes: boolean[] = []
    for (const [name, request] of tries)
      outcomes.push(
        await send(name, request)
          .then((outcome) => outcome.ok)
          .catch(() => false),
      )
    return outcomes
  })
  expect(answers).toEqual(answers.map(() => false))
  await live.start.click()
  await live.expectStepsAbove(5)
})
