import { MOST_INPUT_BYTES, ProblemError } from '@contract'
import { expect, test } from 'vitest'
import { inputHandlers } from './index'

/** A tenth of that shows already what takes the square of the length. */
const share = import.meta.env.MODE === 'full' ? 1 : 0.1

/** As long as a file of text may be. */
const long = (part: string, most = MOST_INPUT_BYTES): string =>
  part.repeat(Math.floor((share * most) / part.length))

const nodes = Array.from({ length: 50_000 }, (_, i) => `V${i} n${i + 1} n${i} 1`).reverse()

/**
 * Made to take a reader's memory or time, at the stated limit of size. What is not refused is read;
 * a reader that needs the square of the length would take hours for any of them.
 */
test.each<[string, string, string | null]>([
  ['deep.json', '['.repeat(1_000_000), 'unreadable-run'],
  ['deep.json', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`, 'unreadable-run'],
  ['deep.json', `{"edges":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`, 'unreadable-run'],
  ['many.json', `{"edges":[${'0,'.repeat(1_000_000)}0]}`, 'network-file'],
  ['many.json', `{"edges":[${'0,'.repeat(5_000_000)}0]}`, 'unreadable-run'],
  ['keys.json', `{"edges":[],${long('"a":0,', 5_000_000)}"b":0}`, 'network-file'],
  ['one.csv', long('a', 5_000_000), 'table-file'],
  ['lines.csv', long('\n', 20_000_000), 'table-file'],
  ['rows.csv', `x,y\n${long('1,2\n', 20_000_000)}`, 'table-file'],
  ['wide.csv', `${Array.from({ length: 15_000 }, (_, i) => `c${i}`).join()}\n1\n`, 'table-file'],
  ['edges.edges', long('A,B,1\n', 20_000_000), 'network-file'],
  ['quote.csv', `x,y\n"${long('a', 20_000_000)}`, 'table-file'],
  ['deep.graphml', `<graphml>${long('<a>', 20_000_000)}`, 'network-file'],
  ['edges.graphml', `<graphml><graph>${long('<edge/>', 20_000_000)}`, 'network-file'],
  ['text.graphml', `<graphml><graph>${long('x', 20_000_000)}`, 'network-file'],
  [
    'bomb.graphml',
    `<!DOCTYPE g [<!ENTITY a "${'a'.repeat(1000)}">${Array.from({ length: 20 }, (_, i) => `<!ENTITY b${i} "${'&a;'.repeat(100)}">`).join('')}]><graphml><graph><node id="&b19;"/></graph></graphml>`,
    'network-file',
  ],
  ['lines.cir', long('\n', 20_000_000), 'network-file'],
  ['words.cir', `t\nR1 a b 1 ${long('x ', 20_000_000)}`, 'network-file'],
  ['joined.cir', `t\nR1 a b 1\n${long('+ x y z\n', 20_000_000)}`, 'network-file'],
  ['many.cir', `t\n${long('V1 a 0 1\n', 20_000_000)}`, 'network-file'],
  ['chain.cir', `t\nR1 n0 n1 1\nV n0 0 1\n${nodes.join('\n')}\n`, null],
])('%s with the limits of size in view is refused or read', async (name, text, id) => {
  const thrown: unknown = await inputHandlers.readInput({ name, text }).then(
    () => null,
    (reason: unknown) => reason,
  )
  if (id === null) return expect(thrown).toBeNull()
  expect(thrown).toBeInstanceOf(ProblemError)
  expect(thrown).toMatchObject({ problem: { id } })
})
