/** Where a command writes; injected, so that a test reads what a user would. */
export interface Output {
  /** One line or block to standard output: results only. */
  out(text: string): void
  /** To standard error, as it is: problems and progress. */
  err(text: string): void
  /** Standard error is a terminal of so many columns; null: a file or a pipe. */
  columns: number | null
  /** The user asked to stop (Ctrl-C). */
  interrupted(): boolean
}

/**
 * The process's own streams; Ctrl-C once asks to stop, twice kills. A reader that has seen enough
 * (`| head`) ends nothing: what is still printed is for nobody, files are written as ever.
 */
export function processOutput(): Output {
  let interrupted = false
  process.once('SIGINT', () => (interrupted = true))
  for (const stream of [process.stdout, process.stderr]) stream.on('error', passWhereClosed)
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(text),
    columns: process.stderr.isTTY ? process.stderr.columns : null,
    interrupted: () => interrupted,
  }
}

function passWhereClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}

/** Rows of two columns, the first padded to its widest entry. */
export function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n')
}
