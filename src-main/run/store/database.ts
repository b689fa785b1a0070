import { pathToFileURL } from 'node:url'
import Libsql from 'libsql'
import { storeProblem } from './problems'

export type Value = number | string | Uint8Array | null
export type Row = Record<string, unknown>

/** Others that want the file at the same moment are waited for so long, ms. */
const PATIENCE_MS = 2000

/**
 * A SQLite file. Irons out what differs in libsql: parameters are one array, blobs are `Buffer`s
 * whatever call returns them, and statements are prepared once.
 */
export class Database {
  private readonly file: Libsql.Database
  private readonly statements = new Map<string, Libsql.Statement>()

  /**
   * @param unchanging it lies where nobody can write: it is read without the files beside it that
   *   SQLite would make
   * @throws ProblemError `store-unusable`
   */
  constructor(
    readonly path: string,
    patienceMs = PATIENCE_MS,
    unchanging = false,
  ) {
    try {
      const name = unchanging ? `${pathToFileURL(path).href}?immutable=1` : path
      this.file = new Libsql(name, { timeout: patienceMs })
    } catch (thrown) {
      throw storeProblem(thrown, path)
    }
  }

  /** Several statements without parameters. @throws ProblemError */
  exec(sql: string): void {
    this.guard(() => this.file.exec(sql))
  }

  /** @throws ProblemError */
  run(sql: string, ...values: Value[]): void {
    this.guard(() => this.statement(sql).run(values))
  }

  /** @throws ProblemError */
  rows(sql: string, ...values: Value[]): Row[] {
    return this.guard(() => {
      const statement = this.statement(sql).raw(true)
      const names = statement.columns().map(({ name }) => name)
      const rows = statement.all(values) as unknown[][]
      return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])))
    })
  }

  /** The first row; null if there is none. @throws ProblemError */
  row(sql: string, ...values: Value[]): Row | null {
    return this.rows(sql, ...values)[0] ?? null
  }

  /** All or nothing. @throws what the work throws, and ProblemError */
  transaction<T>(work: () => T): T {
    this.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.exec('COMMIT')
      return result
    } catch (thrown) {
      // A full disk has rolled back already.
      if (this.file.inTransaction) this.exec('ROLLBACK')
      throw thrown
    }
  }

  close(): void {
    this.statements.clear()
    this.file.close()
  }

  private statement(sql: string): Libsql.Statement {
    let statement = this.statements.get(sql)
    if (statement === undefined) {
      statement = this.file.prepare(sql)
      this.statements.set(sql, statement)
    }
    return statement
  }

  private guard<T>(work: () => T): T {
    try {
      return work()
    } catch (thrown) {
      throw storeProblem(thrown, this.path)
    }
  }
}
