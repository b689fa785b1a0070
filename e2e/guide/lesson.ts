import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

interface Mark {
  kind: 'name' | 'value'
  text: string
  step: string
}

/**
 * The lesson as it is printed. Whoever walks it takes from its text, one after the other, the names
 * in bold that stand in the window and the values to choose or type: nothing else is known to do.
 */
export class Lesson {
  private readonly text: string
  private readonly marks: Mark[]
  private at = 0

  constructor(file: string) {
    this.text = readFileSync(resolve(import.meta.dirname, '../../docs', file), 'utf8')
    const steps = this.text.split('\n').filter((line) => /^\d+\. /.test(line))
    this.marks = steps.flatMap((step) =>
      [...step.matchAll(/\*\*(.+?)\*\*|`(.+?)`/g)].map(([, name, value]): Mark => {
        return name === undefined
          ? { kind: 'value', text: value, step }
          : { kind: 'name', text: name, step }
      }),
    )
  }

  private next(kind: Mark['kind']): string {
    const mark = this.marks[this.at++]
    if (mark?.kind !== kind)
      throw new Error(`a ${kind} was looked for; the lesson goes on: ${mark?.step ?? 'not at all'}`)
    return mark.text
  }

  /** The next name in bold. */
  name(): string {
    return this.next('name')
  }

  /** The next value. */
  value(): string {
    return this.next('value')
  }

  /** What stands in the lesson after the last thing that was done; empty at its end. */
  rest(): string {
    return this.marks
      .slice(this.at)
      .map(({ text }) => text)
      .join(', ')
  }

  /** Whether a number that came out stands in the lesson. */
  says(text: string): boolean {
    return this.text.includes(text)
  }
}
