import { blocksOf, type Block } from './blocks'

const files = import.meta.glob<string>('../../../resources/docs/*.md', {
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

/** The docs that ship with the app, in the order of their file names. */
export const chapters: readonly Chapter[] = Object.keys(files)
  .sort()
  .flatMap((file) => chaptersOf(files[file]))

/** Chapters that have every word; all of them for none. */
export function search(typed: string): readonly Chapter[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return chapters.filter((chapter) => words.every((word) => chapter.words.includes(word)))
}
