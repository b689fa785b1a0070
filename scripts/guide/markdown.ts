/** Said at the head of every page that is made by a program. */
export const MADE =
  '<!-- Made by `npm run docs:pages` from the code itself; a test holds it to it. -->'

/** A cell of a table: a bar would end it. */
const cell = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/(?<!\\)\|/g, '\\|')
    .trim()

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Code in a line; empty stays empty. */
export const code = (text: string): string => (text === '' ? '' : `\`${text}\``)

/** Program text and placeholders in a sentence must not be read as marks or as HTML. */
export const prose = (text: string): string =>
  text
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/[<>*_$[\]]/g, (mark) => `\\${mark}`)))
    .join('')
