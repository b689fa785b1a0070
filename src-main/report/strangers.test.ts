import { Window } from 'happy-dom'
import { expect, test } from 'vitest'
import type { BundleInput } from './bundle/input'
import { tableCsv } from './bundle/tables'
import { allostery, performed } from './bundle/testing'
import { textCell } from './csv'
import { reportPage } from './page'
import { columnsCsv } from './sweep'

/** What people, files and boards may be called, one after the other. */
const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  `'></title></style></svg><svg onload=alert(1)>`,
  ']]><a href="javascript:alert(1)">x</a><!--',
  '<iframe src="https://example.com">&lt;script&gt;',
]

/** A board run's report in which every text from outside is hostile. */
async function stranger(text: string): Promise<BundleInput> {
  const input = await performed({ ...allostery, stop: { steps: 300 } })
  const { description, run } = input
  const problem = { id: text, severity: 'warning' as const, message: text, where: text, tip: text }
  return {
    ...input,
    description: {
      ...description,
      nodes: description.nodes.map((node) => ({ ...node, name: text })),
      outputs: description.outputs.map(() => text),
    },
    run: {
      ...run,
      run: text,
      config: { ...run.config, name: text },
      versions: { desynclab: text, node: text, electron: text, platform: text },
      result: { ...run.result, hash: text },
      problems: [problem],
      board: {
        device: {
          manufacturer: text,
          model: text,
          serialNumber: text,
          firmware: text,
          port: {
            path: text,
            manufacturer: text,
            serialNumber: text,
            vendorId: text,
            productId: text,
          },
          backend: text,
          ...{ nodes: 9, edges: 16, levels: 128, examples: 8 },
          ...{ rules: [text], schedules: [text], live: [text] },
        },
        framesReceived: 1,
        framesMissed: 0,
        frameEvery: [],
        gaps: [],
      },
    },
  }
}

test.each(hostile)('no markup of %j gets into the page of a report', async (text) => {
  const page = reportPage(await stranger(text))
  const honest = reportPage(await stranger('plain'))
  const elements = (markup: string): Map<string, number> => {
    const window = new Window()
    window.document.write(markup)
    const counts = new Map<string, number>()
    for (const element of window.document.querySelectorAll('*')) {
      counts.set(element.tagName, (counts.get(element.tagName) ?? 0) + 1)
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on/i)
        if (/^(href|src|xlink:href|action)$/.test(name))
          expect(value).toMatch(/^(#|data:image|https:\/\/)/)
      }
    }
    return counts
  }
  const found = elements(page)
  for (const tag of ['SCRIPT', 'IMG', 'IFRAME', 'OBJECT', 'FORM'])
    expect(found.has(tag)).toBe(false)
  // Text is text: the same elements as with a harmless name.
  expect(found).toEqual(elements(honest))
  expect(page).toContain('content="default-src &#39;none&#39;;')
})

test('no cell of a table is a formula, and every other text is as it was', () => {
  for (const sign of ['=', '+', '-', '@', '\t', '\r', '\n']) {
    const cell = textCell(`${sign}HYPERLINK("http://x")`)
    expect(cell.replace(/^"/, '')).toMatch(/^'/)
  }
  expect(textCell('plain, "quoted"')).toBe('"plain, ""quoted"""')
  expect(textCell('鸢尾花 a=b')).toBe('鸢尾花 a=b')
  expect(
    tableCsv([
      ['=a', 'b'],
      ['@b', -1],
    ])
      .trim()
      .split('\r\n'),
  ).toEqual(["'=a,b", "'@b,-1"])
  const column = { name: '+name', unit: '', type: 'text' as const, values: ['=1+1', '-2'] }
  const lines = columnsCsv([column]).slice(1).split('\r\n')
  expect(lines.slice(0, 3)).toEqual(["'+name", "'=1+1", "'-2"])
})
