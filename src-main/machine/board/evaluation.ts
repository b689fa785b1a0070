import { ProblemError, type Evaluation } from '@contract'
import { elementsAnswer, numberAnswer, type ScpiClient } from '../../board'
import { errorsOf, spreadTargets, type Task } from '../../physics'

/** Solving 255 examples takes an 8-bit board half a second, and 16 KB of answer 1.4 s at 115200 baud. */
const DEADLINE_MS = 15_000

/**
 * Errors over all examples at one step, of the board's own free voltages: one question, answered
 * between two steps. Errors and classes are counted here, in double precision.
 * @param task as uploaded; where it has classes their targets become those of the board
 */
export async function askEvaluation(client: ScpiClient, task: Task): Promise<Evaluation> {
  const { train, test, classes, outputs } = task
  const targets = classes === null ? '' : ';:TASK:TARG:DATA?'
  const asked = `CALC:OUTP? 0,${train.count + test.count}${targets};:RUN:STEP?`
  const parts = await client.query(asked, DEADLINE_MS)
  const found = elementsAnswer(asked, parts, 'F')
  expect(asked, found.length, (train.count + test.count) * outputs)
  if (classes !== null) {
    const desired = elementsAnswer(asked, parts, 'F', 1)
    expect(asked, desired.length, classes.targets.length)
    classes.targets.set(desired)
    spreadTargets(task)
  }
  const step = numberAnswer(asked, parts, classes === null ? 1 : 2) ?? 0
  const cut = train.count * outputs
  return { step, ...errorsOf(task, found.slice(0, cut), found.slice(cut)) }
}

function expect(asked: string, got: number, wanted: number): void {
  if (got === wanted) return
  throw new ProblemError({
    id: 'board-unreadable-answer',
    severity: 'error',
    message: `The board answered ${asked} with ${got} voltages instead of ${wanted}.`,
    where: asked,
    tip: 'It holds another task than this run has, or speaks another version of the protocol.',
  })
}
