// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { BlockView } from './BlockView'
import { blocksOf } from './blocks'
import { chapterOfLink, chaptersIn, guide, pagesIn, search } from './pages'
import type { Block } from './blocks'

const languages = ['en', 'zh-CN'] as const

test.each(languages)(
  'every block of the guide is drawn, every equation is MathML, and every link leads somewhere, in %s',
  (spoken) => {
    let equations = 0
    let links = 0
    const astray: string[] = []
    for (const { page, blocks } of chaptersIn(spoken))
      for (const block of blocks) {
        const go = (to: string) => {
          links++
          if (chapterOfLink(spoken, to, page) === null) astray.push(`${page}: ${to}`)
        }
        const drawn = mount(BlockView, { props: { block, go } })
        for (const link of drawn.findAll('button')) void link.trigger('click')
        equations += drawn.findAll('math').length
      }
    expect(equations).toBeGreaterThan(80)
    expect(links).toBeGreaterThan(15)
    expect(astray).toEqual([])
  },
)

test('chapters go by ids of their own', () => {
  const ids = chaptersIn('en').map(({ id }) => id)
  expect(ids.length - new Set(ids).size, ids.filter((id, i) => ids.indexOf(id) < i).join()).toBe(0)
})

test('pages that are translated have the same chapters, equations and tables, and other words', () => {
  const shape = (spoken: 'en' | 'zh-CN', name: string) =>
    pagesIn(spoken)
      .find((page) => page.name === name)
      ?.chapters.map(({ id, level, blocks }) => [id, level, blocks.map(({ kind }) => kind)])
  const translated = pagesIn('zh-CN').filter(({ chapters }) =>
    /\p{Script=Han}/u.test(chapters[0].title),
  )
  const names = translated.map(({ name }) => name)
  for (const name of ['quick-start', 'lesson', 'window', 'basics', 'terms', 'troubleshooting'])
    expect(names).toContain(name)
  for (const { name, chapters } of translated) {
    expect(shape('zh-CN', name)).toEqual(shape('en', name))
    for (const { title, words } of chapters) expect(title + words).toMatch(/\p{Script=Han}/u)
  }
  for (const { title, pages } of guide['zh-CN'])
    for (const text of [title, ...pages.map((page) => page.title)])
      expect(text).toMatch(/\p{Script=Han}/u)
  expect(search('zh-CN', '非同步').map(({ id }) => id)).toEqual(
    expect.arrayContaining(['schedules', 'terms']),
  )
})

test('what the guide is written in is read: no mark is left over as text', () => {
  const left: string[] = []
  const look = (page: string, text: string) => {
    if (/\*\*|\]\(|<!--|^\s*[-#>] |\$[A-Za-z\\]/m.test(text)) left.push(`${page}: ${text}`)
  }
  const plain = (block: Block): string[] => {
    const spans =
      block.kind === 'paragraph'
        ? block.spans
        : block.kind === 'list'
          ? block.items.flat()
          : block.kind === 'table'
            ? [block.head, ...block.rows].flat(2)
            : []
    return spans.filter(({ kind }) => kind === 'text').map(({ text }) => text)
  }
  for (const spoken of languages)
    for (const { page, blocks } of chaptersIn(spoken))
      for (const block of blocks) for (const text of plain(block)) look(page, text)
  expect(left).toEqual([])
})

test('no text of a page becomes HTML', () => {
  const [block] = blocksOf('a <img src=x onerror=alert(1)> b')
  const page = mount(BlockView, { props: { block, go: () => undefined } })
  expect(page.findAll('img')).toHaveLength(0)
  expect(page.text()).toContain('<img')
  const [math] = blocksOf('```math\n\\href{javascript:1}{x}\n```')
  expect(() => mount(BlockView, { props: { block: math, go: () => undefined } })).toThrow()
})

test('the docs can be searched, and say what the words of the window mean', () => {
  expect(search('en', 'geometric bernoulli').map(({ title }) => title)).toContain('Schedules')
  expect(search('en', 'zzz')).toEqual([])
  for (const word of [
    'machine',
    'preset',
    'schedule',
    'batch',
    'nudge',
    'seed',
    'raster',
    'loss',
    'twin',
  ])
    expect(
      search('en', word).map(({ title }) => title),
      word,
    ).toContain('Terms')
})
