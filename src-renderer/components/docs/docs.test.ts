// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { language } from '../../i18n'
import { BlockView } from './BlockView'
import { blocksOf } from './blocks'
import { chapters, search } from './pages'

test.each(['en', 'zh-CN'] as const)(
  'every block of the docs is drawn, every equation is MathML, and every link leads somewhere, in %s',
  (spoken) => {
    const blocks = chapters[spoken].flatMap((chapter) => chapter.blocks)
    const ids = new Set(chapters[spoken].map(({ id }) => id))
    expect(ids.size).toBe(chapters[spoken].length)
    const gone: string[] = []
    let equations = 0
    for (const block of blocks) {
      const page = mount(BlockView, { props: { block, go: (to: string) => void gone.push(to) } })
      for (const link of page.findAll('button')) void link.trigger('click')
      equations += page.findAll('math').length
    }
    expect(equations).toBe(blocks.filter(({ kind }) => kind === 'math').length)
    expect(equations).toBeGreaterThan(3)
    expect(gone.length).toBeGreaterThan(2)
    expect(gone.filter((to) => !ids.has(to))).toEqual([])
  },
)

test('the pages of both languages have the same chapters, equations and tables, and other words', () => {
  const shape = (spoken: 'en' | 'zh-CN') =>
    chapters[spoken].map(({ id, level, blocks }) => [id, level, blocks.map(({ kind }) => kind)])
  expect(shape('zh-CN')).toEqual(shape('en'))
  for (const { title, words } of chapters['zh-CN']) expect(title + words).toMatch(/\p{Script=Han}/u)
  language.value = 'zh-CN'
  expect(search('非同步').map(({ id }) => id)).toEqual(
    expect.arrayContaining(['schedules', 'terms']),
  )
  language.value = 'en'
})

test('no text of a page becomes HTML', () => {
  const [block] = blocksOf('a <img src=x onerror=alert(1)> b')
  const page = mount(BlockView, { props: { block, go: () => undefined } })
  expect(page.findAll('img')).toHaveLength(0)
  expect(page.text()).toContain('<img')
  const [math] = blocksOf('```math\n<math><script>1</script></math>\n```')
  expect(() => mount(BlockView, { props: { block: math, go: () => undefined } })).toThrow(/script/)
})

test('the docs can be searched, and say what the words of the window mean', () => {
  expect(search('geometric bernoulli').map(({ title }) => title)).toContain('Schedules')
  expect(search('zzz')).toEqual([])
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
      search(word).map(({ title }) => title),
      word,
    ).toContain('Terms')
})
