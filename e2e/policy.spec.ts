import { expect, launchLab, quit, test } from './lab'

// These tests make the page complain on purpose, so they do without the fixture that forbids it.
test('inline script, eval and remote content are blocked', async ({ userData }) => {
  const app = await launchLab(userData)
  const page = await app.firstWindow()
  await page.getByTestId('start').waitFor()
  const blocked = await page.evaluate(async () => {
    const seen: string[] = []
    document.addEventListener('securitypolicyviolation', (event) =>
      seen.push(event.effectiveDirective),
    )
    const script = document.createElement('script')
    script.textContent = 'window.broken = true'
    document.body.append(script)
    const image = document.createElement('img')
    image.src = 'https://example.com/x.png'
    document.body.append(image)
    await fetch('https://example.com/').catch((error: unknown) => seen.push(`fetch ${error}`))
    const styled = document.createElement('p')
    styled.setAttribute('style', 'color: red')
    document.body.append(styled)
    await new Promise((done) => setTimeout(done, 300))
    return { seen, broken: 'broken' in window }
  })
  expect(blocked.broken).toBe(false)
  expect(blocked.seen).toEqual(
    expect.arrayContaining(['script-src-elem', 'img-src', 'connect-src', 'style-src-attr']),
  )
  const evaluated = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0].webContents.executeJavaScript(
      `(() => { try { return Function('return 1')() } catch (error) { return error.name } })()`,
    ),
  )
  expect(evaluated).toBe('EvalError')
  await quit(app)
})
