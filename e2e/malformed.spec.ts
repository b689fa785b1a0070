import { WRITES_WHERE_TOLD as mainOnly } from '../src-main/app/refusedToPages'
import { commands, problemSchema, type CommandName } from '../src-preload/contract'
import { Draw, fuzzSeed } from '../src-preload/contract/testing/draw'
import { literalOf } from '../src-preload/contract/testing/literal'
import { requestsOf } from '../src-preload/contract/testing/requests'
import { expect, test } from './lab'

// What the tests below try is told by Chromium too.
test.use({ provoked: /could not be cloned|recursion depth|Uncaught|bad-message/ })

const names = Object.keys(commands) as CommandName[]

type Send = (name: unknown, request: unknown) => Promise<unknown>

/** In the window: one after the other, each with its answer. */
async function askEach(command: string, requests: unknown[]): Promise<unknown[]> {
  const send = window.lab.send as Send
  const heard: unknown[] = []
  for (const one of requests) {
    const late = new Promise((done) => setTimeout(() => done({ ok: 'no answer' }), 30_000))
    heard.push(await Promise.race([send(command, one), late]))
  }
  return heard
}

for (const [each, tag] of [
  [12, ''],
  [400, ' @long'],
] as const)
  test(`every command lives through ${each} malformed requests made from its schema${tag}`, async ({
    app,
    live,
    page,
  }) => {
    test.setTimeout(each * 30_000)
    const seed = fuzzSeed(process.env['DESYNCLAB_SEED'], tag !== '', Date.now())
    const draw = new Draw(seed)
    await app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] })
      dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' })
    })
    const counts = { sent: 0, wrong: 0, refused: 0, done: 0 }
    for (const name of names) {
      const { request } = commands[name]
      const requests = requestsOf(request, each, draw)
      const outcomes = await page.evaluate<unknown[]>(
        `(${askEach.toString()})(${literalOf(name)}, ${literalOf(requests)})`,
      )
      for (const [n, outcome] of outcomes.entries()) {
        const { ok, problem } = outcome as { ok: unknown; problem?: unknown }
        const what = `${name}, request ${n} of DESYNCLAB_SEED=${seed}`
        const fits = request.safeParse(requests[n]).success
        counts.sent++
        expect(typeof ok, `${what}: ${String(ok)}`).toBe('boolean')
        if (ok === true) {
          expect(fits, `${what} was done`).toBe(true)
          expect(mainOnly.has(name), what).toBe(false)
          counts.done++
          continue
        }
        const told = problemSchema.parse(problem)
        expect(told.message, what).not.toBe('')
        counts.refused++
        if (fits) continue
        counts.wrong++
        if (mainOnly.has(name)) continue
        expect(told, what).toMatchObject({ id: 'bad-request', kept: 'Nothing was changed.' })
        expect(told.where?.startsWith(name), what).toBe(true)
      }
    }
    console.log(
      `${names.length} commands, ${counts.sent} requests: ${counts.wrong} did not fit, ${counts.refused} refused, ${counts.done} done; DESYNCLAB_SEED=${seed}`,
    )
    expect(counts.wrong).toBeGreaterThan(names.length)

    // It lives on, and learns.
    await page.reload()
    await live.choose('preset', /^Iris|鸢尾花/)
    await live.ready()
    await live.start.click()
    await live.expectStepsAbove(5)
  })

test('what no message can carry, and names that only an object has, are answered too', async ({
  live,
  page,
}) => {
  const answers = await page.evaluate(async () => {
    const send = window.lab.send as Send
    const circle: Record<string, unknown> = {}
    circle['self'] = circle
    const nested = (depth: number): unknown => {
      let value: unknown = 0
      for (let i = 0; i < depth; i++) value = [value]
      return value
    }
    const tries: [unknown, unknown][] = [
      ['configure', { config: () => 1 }],
      ['configure', Symbol('x')],
      ['configure', 'a lone surrogate: \ud800'],
      ['configure', circle],
      ...[200, 900, 5000, 100_000].flatMap((depth): [unknown, unknown][] => [
        ['configure', { config: nested(depth) }],
        [
          'sweepEstimate',
          { plan: { axes: [{ kind: 'list', path: 'seed', values: nested(depth) }] } },
        ],
      ]),
      ['configure', document.body],
      ['configure', new Proxy({}, {})],
      ['configure', JSON.parse('{"__proto__":{"config":1}}')],
      ...[
        null,
        undefined,
        7,
        {},
        [],
        'no-such-command',
        '__proto__',
        'constructor',
        'toString',
        '',
      ].map((name): [unknown, unknown] => [name, undefined]),
    ]
    const outcomes: unknown[] = []
    for (const [name, request] of tries)
      outcomes.push(
        await Promise.resolve()
          .then(() => send(name, request))
          .then((outcome) => (outcome as { ok: unknown }).ok)
          .catch(() => false),
      )
    for (const strange of [NaN, -1, 'x', null, {}])
      window.lab.acknowledge(strange as unknown as number)
    return outcomes
  })
  expect(answers).toEqual(answers.map(() => false))
  await live.start.click()
  await live.expectStepsAbove(5)
})
