import { ProblemError } from '@contract'

/** What any supported file says of a network. Nodes in the order in which they are met. */
export interface NetworkFile {
  title: string
  nodes: readonly FileNode[]
  edges: readonly FileEdge[]
  /** Voltages that the file itself holds: V elements of SPICE. */
  held: readonly { node: string; voltageV: number }[]
}

export interface FileNode {
  name: string
  /** Null where the file gives none. */
  place: readonly [x: number, y: number] | null
}

export interface FileEdge {
  a: string
  b: string
  /** Siemens, or the unit of the rule; null where the file gives none. */
  conductance: number | null
  /** Line of the file, from 1; 0 where its format has none. */
  line: number
}

export interface Reader {
  /** For messages and help. */
  readonly name: string
  /** Endings of file names, with the dot. */
  readonly endings: readonly string[]
  read(text: string, file: string): NetworkFile
}

/** What a file may be at most: well above what a run takes, and still read within seconds. */
export const limits = { characters: 50_000_000, nodes: 100_000, edges: 500_000, name: 40 } as const

/** @param line from 1; 0 when it is about the whole file. */
export function fileProblem(
  file: string,
  line: number,
  message: string,
  tip: string,
): ProblemError {
  const where = line > 0 ? `${file}, line ${line}` : file
  return new ProblemError({ id: 'network-file', severity: 'error', message, where, tip })
}
