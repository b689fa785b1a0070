import { expect, test } from 'vitest'
import { arrayText, shardsLeft } from './array'
import { jobScript } from './script'

test('only shards with something left are submitted, in the words of Slurm', () => {
  const done = new Set([0, 4, 8, 1, 5, 2])
  // Of ten runs in four shards the first is whole, the second lacks run 9.
  expect(shardsLeft(done, 10, 4)).toEqual([2, 3, 4])
  expect(arrayText([1, 2, 3, 4, 7, 9, 10])).toBe('1-4,7,9-10')
  expect(arrayText([5])).toBe('5')
})

test('a job script stands whatever its names hold, and passes options on', () => {
  const script = jobScript({
    name: 'p × "b"',
    folder: "/data/it's here",
    command: 'node cli.js',
    left: [2, 3],
    shards: 8,
    atOnce: 2,
    cpusPerTask: 4,
    options: ['--partition=long', '--comment=two words'],
  })
  expect(script).toContain('#SBATCH --array=2-3%2\n')
  expect(script).toContain('#SBATCH --job-name="p × \\"b\\""\n')
  expect(script).toContain('#SBATCH --partition=long "--comment=two words"\n')
  expect(script).toContain("exec node cli.js sweep '/data/it'\\''s here' \\\n")
  expect(script).toContain('--shard "$SLURM_ARRAY_TASK_ID/8" --workers "${SLURM_CPUS_PER_TASK:-1}"')
})
