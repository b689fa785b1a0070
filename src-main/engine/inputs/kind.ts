import { parseJson } from '@contract'
import { isEdgeList } from '../../machine/network-files'
import { CsvFault } from '../../machine/csvRows'

export type InputKind = 'config' | 'network' | 'table'

/**
 * What a file brings, by its name and by what is in it: a JSON file with edges or links is a network,
 * a CSV file is an edge list or a data set. What is none of these is read as a run, which says why not.
 */
export function kindOf(name: string, text: string): InputKind {
  const ending = /\.[^.]*$/.exec(name.toLowerCase())?.[0] ?? ''
  if (['.csv', '.tsv'].includes(ending)) return readsAsEdges(text) ? 'network' : 'table'
  if (['.edges', '.graphml', '.xml', '.cir', '.net', '.sp', '.spice', '.ckt'].includes(ending))
    return 'network'
  return ending === '.json' && isGraph(text) ? 'network' : 'config'
}

function readsAsEdges(text: string): boolean {
  try {
    return isEdgeList(text)
  } catch (thrown) {
    // The reader of data sets finds the same fault, and says on which line.
    if (thrown instanceof CsvFault) return false
    throw thrown
  }
}

function isGraph(text: string): boolean {
  let data: unknown
  try {
    data = parseJson(text)
  } catch (thrown) {
    // The reader of runs finds it again, and says what is wrong.
    if (thrown instanceof SyntaxError) return false
    throw thrown
  }
  return typeof data === 'object' && data !== null && ('edges' in data || 'links' in data)
}
