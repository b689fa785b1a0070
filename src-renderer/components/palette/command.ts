/** One thing that the palette finds and does. */
export interface Command {
  id: string
  title: string
  text: string
  keys: readonly string[]
  /** Why it cannot be done now. */
  reason: string | null
  run(): void
}
