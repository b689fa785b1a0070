import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from './lab'

// What the tests below try is told by Chromium too.
test.use({ provoked: /Not allowed to|status of 40[0-9]|Refused to|ERR_/ })

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
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
  })
})

test('it goes nowhere and opens nothing', async ({ app, live, page }) => {
  await live.ready()
  const url = page.url()
  expect(url).toMatch(/^app:\/\//)
  await app.evaluate(({ shell }) => {
    Reflect.set(globalThis, 'opened', [])
    shell.openExternal = async (opened) => {
      const list: unknown = Reflect.get(globalThis, 'opened')
      if (Array.isArray(list)) list.push(opened)
    }
  })
  await page.evaluate(() => {
    for (const strange of [
      'https://example.com/',
      'http://arxiv.org/abs/2201.04626',
      'https://arxiv.org.example.com/',
      'https://user:secret@arxiv.org/',
      'file:///etc/passwd',
      'javascript:document.title="x"',
      'data:text/html,<p>x',
      'smb://arxiv.org/share',
      'app://desynclab/index.html',
    ]) {
      window.open(strange)
      const link = document.createElement('a')
      link.href = strange
      link.target = '_blank'
      document.body.append(link)
      link.click()
      link.target = ''
      if (!strange.startsWith('app:')) link.click()
      link.remove()
      const form = document.createElement('form')
      form.action = strange
      document.body.append(form)
      if (!strange.startsWith('app:')) form.submit()
      form.remove()
    }
    const refresh = document.createElement('meta')
    refresh.httpEquiv = 'refresh'
    refresh.content = '0; url=https://example.com/'
    document.head.append(refresh)
    location.assign('https://example.com/')
    location.assign('file:///etc/passwd')
  })
  await page.waitForTimeout(500)
  expect(page.url()).toBe(url)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  const opened = () => app.evaluate(() => Reflect.get(globalThis, 'opened') as unknown)
  expect(await opened()).toEqual([])
  await page.evaluate(() => void window.open('https://arxiv.org/abs/2201.04626'))
  await expect.poll(opened).toEqual(['https://arxiv.org/abs/2201.04626'])
  // The page is still the one that was loaded; the driver waits for journeys that were refused.
  const start = await page.evaluate(() => document.querySelector('[data-testid="start"]') !== null)
  expect(start).toBe(true)
})

test('it embeds no other page: neither a frame nor a webview', async ({ app, live, page }) => {
  await live.ready()
  const embedded = await page.evaluate(async () => {
    const frame = document.createElement('iframe')
    frame.src = 'data:text/html,<p>x'
    const webview = document.createElement('webview')
    webview.setAttribute('src', 'https://example.com/')
    document.body.append(frame, webview)
    await new Promise((done) => setTimeout(done, 300))
    const inner = frame.contentWindow
    const lab = inner === null ? false : Reflect.has(Object(frame.contentDocument ?? {}), 'lab')
    const kind = webview.constructor.name
    frame.remove()
    webview.remove()
    return { lab, kind }
  })
  expect(embedded).toEqual({ lab: false, kind: 'HTMLElement' })
  const contents = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((one) => one.getType()),
  )
  expect(contents).toEqual(['window'])
})

test('permissions are denied', async ({ live, page }) => {
  await live.ready()
  const answers = await page.evaluate(async () => {
    const name = (error: unknown) => (error instanceof Error ? error.name : 'error')
    const tried = (ask: () => Promise<unknown> | undefined) =>
      Promise.resolve()
        .then(ask)
        .then((got) => (isNothing(got) ? 'nothing' : 'granted'), name)
    const isNothing = (got: unknown) =>
      got === undefined || got === null || (Array.isArray(got) && got.length === 0)
    const device = (kind: string, method: string) =>
      tried(() => {
        const api: unknown = Reflect.get(navigator, kind)
        if (typeof api !== 'object' || api === null) return undefined
        const call: unknown = Reflect.get(api, method)
        const asked: unknown = typeof call === 'function' ? call.call(api, { filters: [] }) : null
        return Promise.resolve(asked)
      })
    return {
      camera: await tried(() => navigator.mediaDevices?.getUserMedia({ video: true })),
      microphone: await tried(() => navigator.mediaDevices?.getUserMedia({ audio: true })),
      screen: await tried(() => navigator.mediaDevices?.getDisplayMedia()),
      place: await tried(
        () =>
          new Promise((found, refused) =>
            navigator.geolocation.getCurrentPosition(found, (error) =>
              refused(new Error(error.message)),
            ),
          ),
      ),
      clipboard: await tried(() => navigator.clipboard?.readText()),
      midi: await device('midi', 'requestMIDIAccess'),
      serial: await device('serial', 'requestPort'),
      usb: await device('usb', 'requestDevice'),
      hid: await device('hid', 'requestDevice'),
      bluetooth: await device('bluetooth', 'requestDevice'),
      notification: (await Notification.requestPermission()) === 'granted' ? 'granted' : 'denied',
    }
  })
  for (const [what, answer] of Object.entries(answers)) expect(answer, what).not.toBe('granted')
})

test('its scheme serves the app and nothing else', async ({ live, page }) => {
  await live.ready()
  const answers = await page.evaluate(async () => {
    const paths = [
      ...['../main/index.js', '%2e%2e/main/index.js', '..%5cmain%5cindex.js', 'none.js'],
      ...['..%2fmain%2findex.js', 'assets/..%2f..%2f..%2fpackage.json', '%00.js', '%ff.js'],
      ...['/etc/passwd', '%2fetc%2fpasswd', '....//main/index.js', 'index.html/../../package.json'],
    ]
    const get = (url: string, method = 'GET') =>
      fetch(url, { method })
        .then((response) => response.status)
        .catch(() => 0)
    const inside = await Promise.all(paths.map((path) => get(`app://desynclab/${path}`)))
    const other = await Promise.all([
      get('app://elsewhere/index.html'),
      get('file:///etc/passwd'),
      get('app://desynclab/index.html', 'POST'),
    ])
    return { refused: [...inside, ...other], own: await get('app://desynclab/index.html') }
  })
  for (const status of answers.refused) expect(status).not.toBe(200)
  expect(answers.own).toBe(200)
})

test('a page that is not the app is refused, though it has the preload', async ({ app, live }) => {
  await live.ready()
  const answer = await app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const strange = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      })
      try {
        await strange.loadURL('data:text/html,<title>strange</title>')
        return (await strange.webContents.executeJavaScript(`Promise.all([
        window.lab.send('present', undefined),
        window.lab.send('appInfo', undefined),
        window.lab.send('no-such-command', undefined),
      ])`)) as unknown
      } finally {
        strange.destroy()
      }
    },
    resolve(import.meta.dirname, '../out/preload/index.cjs'),
  )
  const refused = { ok: false, problem: { id: 'strange-sender', kept: 'Nothing was changed.' } }
  expect(answer).toMatchObject([refused, refused, refused])
})

test('the page cannot name a folder to write into', async ({ live, page, userData }) => {
  await live.ready()
  const answers = await page.evaluate(
    async (directory) => [
      await window.lab.send('report', { directory }),
      await window.lab.send('studyReport', { id: 'any', directory, pdf: 'none' }),
      await window.lab.send('storeUse', { directory }),
    ],
    join(userData, 'elsewhere'),
  )
  const refused = { ok: false, problem: { id: 'folder-not-chosen' } }
  expect(answers).toMatchObject([refused, refused, refused])
  expect(existsSync(join(userData, 'elsewhere'))).toBe(false)
})
