import type { Language } from '@contract'
import { language } from '../../i18n'
import { blocksOf, type Block } from './blocks'

const english = import.meta.glob<string>('../../../resources/docs/*.md', {
  eager: true,
  import: 'default',
  query: '?raw',
})
const chinese = import.meta.glob<string>('../../../resources/docs/zh-CN/*.md', {
  eager: true,
  import: 'default',
  query: '?raw',
})

/** A stretch of the docs under one heading. */
export interface Chapter {
  id: string
  title: string
  level: 1 | 2 | 3
  /** With the heading first. */
  blocks: Block[]
  /** What a search looks at, in small letters. */
  words: string
}

const wordsOf = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
      return block.spans.map(({ text }) => text).join('')
    case 'list':
      return block.items
        .flat()
        .map(({ text }) => text)
        .join(' ')
    case 'table':
      return [block.head, ...block.rows]
        .flat(2)
        .map(({ text }) => text)
        .join(' ')
    case 'math':
      return ''
    default:
      return block.text
  }
}

function chaptersOf(markdown: string): Chapter[] {
  const chapters: Chapter[] = []
  for (const block of blocksOf(markdown)) {
    if (block.kind === 'heading')
      chapters.push({ id: block.id, title: block.text, level: block.level, blocks: [], words: '' })
    const chapter = chapters.at(-1)
    if (chapter === undefined) throw new Error('A page of the docs begins with its heading.')
    chapter.blocks.push(block)
    chapter.words += ` ${wordsOf(block).toLowerCase()}`
  }
  return chapters
}

const pagesOf = (files: Record<string, string>): Chapter[] =>
  Object.keys(files)
    .sort()
    .flatMap((file) => chaptersOf(files[file]))

/**
 * The docs that ship with the app, in the order of their file names. The chapters of every language
 * stand in the same order and go by the same ids, those of the English headings: what the window
 * links to is there in each.
 */
export const chapters: Readonly<Record<Language, readonly Chapter[]>> = {
  en: pagesOf(english),
  'zh-CN': named(pagesOf(chinese), pagesOf(english)),
}

function named(pages: readonly Chapter[], like: readonly Chapter[]): Chapter[] {
  return pages.map((chapter, at) => {
    const id = like[at]?.id ?? chapter.id
    const blocks = chapter.blocks.map((block) =>
      block.kind === 'heading' ? { ...block, id } : block,
    )
    return { ...chapter, id, blocks }
  })
}

/** Chapters of the window's language that have every word; all of them for none. */
export function search(typed: string): readonly Chapter[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return chapters[language.value].filter((chapter) =>
    words.every((word) => chapter.words.includes(word)),
  )
}
