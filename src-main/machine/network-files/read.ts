import { refuseForeign } from '../foreignText'
import { csv } from './csv'
import { graphml } from './graphml'
import { json } from './json'
import { fileProblem, limits, type NetworkFile, type Reader } from './networkFile'
import { spice } from './spice'

export const readers: readonly Reader[] = [csv, json, graphml, spice]

/** For messages and help: each format with the endings of its files. */
export const formats = readers
  .map(({ name, endings }) => `${name} (${endings.join(' ')})`)
  .join(', ')

/**
 * A network from the text of a file; the ending of its name says the format.
 * @throws ProblemError with the line and what is allowed
 */
export function readNetwork(text: string, file: string): NetworkFile {
  const lower = file.toLowerCase()
  const reader = readers.find(({ endings }) => endings.some((end) => lower.endsWith(end)))
  if (reader === undefined)
    throw fileProblem(file, 0, 'This is no network file by its name.', `Formats: ${formats}.`)
  if (text.length > limits.characters)
    throw fileProblem(
      file,
      0,
      `The file has ${text.length} characters.`,
      `At most ${limits.characters} are read.`,
    )
  refuseForeign(text, (line, message, tip) => fileProblem(file, line, message, tip))
  return reader.read(text, file)
}
