import type { Language } from '@contract'
import contents from '../../../docs/contents.json'
import { blocksOf, type Block } from './blocks'
import { textOf } from './spans'

const english = import.meta.glob<string>('../../../docs/*.md', {
  eager: true,
  import: 'default',
  query: '?raw',
})
const chinese = import.meta.glob<string>('../../../docs/zh/*.md', {
  eager: true,
  import: 'default',
  query: '?raw',
})

/** A stretch of the guide under one heading. */
export interface Chapter {
  /**
   * Its name among all chapters: the English heading alone for the pages about the window, which
   * name it where something is explained; with the page before it for the others.
   */
  id: string
  page: string
  title: string
  level: 1 | 2 | 3
  /** With the heading first. */
  blocks: Block[]
  /** What a search looks at, in small letters. */
  words: string
}

export interface Page {
  name: string
  title: string
  chapters: Chapter[]
}

export interface Group {
  title: string
  pages: Page[]
}

/** A page of contents.json, with its title in the languages that it is not translated into. */
interface Entry {
  name: string
  'zh-CN'?: string
}

/** Pages whose chapters go by their heading alone. */
const plain = new Set(['quick-start', 'window', 'basics', 'terms', 'troubleshooting'])

const wordsOf = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
      return textOf(block.spans)
    case 'list':
      return block.items.map(textOf).join(' ')
    case 'table':
      return [block.head, ...block.rows].flat().map(textOf).join(' ')
    case 'math':
      return ''
    default:
      return block.text
  }
}

function chaptersOf(page: string, markdown: string): Chapter[] {
  const chapters: Chapter[] = []
  for (const block of blocksOf(markdown)) {
    if (block.kind === 'heading') {
      const id = plain.has(page) ? block.id : `${page}/${block.id}`
      const { text: title, level } = block
      chapters.push({ id, page, title, level, blocks: [], words: '' })
    }
    const chapter = chapters.at(-1)
    if (chapter === undefined) throw new Error(`The page ${page} begins without its heading.`)
    chapter.blocks.push(block)
    chapter.words += ` ${wordsOf(block).toLowerCase()}`
  }
  return chapters
}

/** Chapters of every language stand in the same order and go by the same ids, the English ones. */
function pageIn(language: Language, { name, ...titles }: Entry): Page {
  const source = english[`../../../docs/${name}.md`]
  if (source === undefined) throw new Error(`docs/contents.json names ${name}, which is not there.`)
  const like = chaptersOf(name, source)
  const own = language === 'en' ? undefined : chinese[`../../../docs/zh/${name}.md`]
  if (own === undefined) {
    const title = language === 'en' ? undefined : titles[language]
    return { name, title: title ?? like[0].title, chapters: like }
  }
  const chapters = chaptersOf(name, own).map((one, at) => ({ ...one, id: like[at]?.id ?? one.id }))
  return { name, title: chapters[0].title, chapters }
}

const groupsIn = (language: Language): Group[] =>
  contents.map(({ title, pages }) => ({
    title: title[language],
    pages: pages.map((page) => pageIn(language, page)),
  }))

/** The guide that ships with the app: the pages of its site, those without a translation in English. */
export const guide: Readonly<Record<Language, readonly Group[]>> = {
  en: groupsIn('en'),
  'zh-CN': groupsIn('zh-CN'),
}

export const pagesIn = (language: Language): Page[] => guide[language].flatMap(({ pages }) => pages)

export const chaptersIn = (language: Language): Chapter[] =>
  pagesIn(language).flatMap(({ chapters }) => chapters)

/** Chapters of a language that have every word; none for none. */
export function search(language: Language, typed: string): Chapter[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  return chaptersIn(language).filter((chapter) =>
    words.every((word) => chapter.words.includes(word)),
  )
}

/**
 * Where a link of the guide, or something in the window, leads.
 * @param to a chapter's id, #heading, page.md or page.md#heading
 * @param from the page that the link stands on
 */
export function chapterOfLink(language: Language, to: string, from: string): Chapter | null {
  const [, path, heading] = /^([^#]*)#?(.*)$/.exec(to) ?? ['', '', '']
  const all = chaptersIn(language)
  if (!to.includes('#') && !to.endsWith('.md')) return all.find(({ id }) => id === to) ?? null
  const name = path === '' ? from : path.replace(/^.*\//, '').replace(/\.md$/, '')
  const own = all.filter(({ page }) => page === name)
  if (heading === '') return own[0] ?? null
  const named = ({ blocks: [first] }: Chapter) => first.kind === 'heading' && first.id === heading
  return own.find(named) ?? null
}
