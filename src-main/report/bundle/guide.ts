import { modelOf, type RunFile } from '@contract'
import type { Entry } from './entry'

/** Eight lines that load the bundle; a test runs them with Debian's Python and pandas. */
export const python = [
  'import json',
  'import pandas as pd',
  'run = json.load(open("run.json", encoding="utf-8"))',
  'series = pd.read_csv("series.csv", encoding="utf-8-sig")',
  'edges = pd.read_csv("edges.csv", encoding="utf-8-sig")',
  'train = series[series["series"] == "train"]',
  'print(run["result"]["hash"], len(edges), "edges")',
  'print(train[["last step (1)", "mean (unit)"]].tail())',
]

const units = ({ config }: RunFile): string =>
  modelOf(config) === 'xy'
    ? 'Phases are in rad, errors are costs, pure numbers.'
    : 'Voltages are in V, errors in V^2.'

/** `README.md` of a bundle: every file in one sentence, how to load it, how to check it. */
export function guide(run: RunFile, entries: readonly Entry[], missing: readonly string[]): string {
  // A name is text, whatever Markdown or HTML it looks like.
  const plain = run.config.name.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>!|&]/g, '\\$&')
  const title = plain || 'A run of Desynclab'
  return [
    `# ${title}`,
    '',
    `Run ${run.run}, written by Desynclab ${run.versions.desynclab}.`,
    '',
    '| file | what is in it |',
    '| --- | --- |',
    ...entries.map(({ name, about }) => `| ${name} | ${about} |`),
    '',
    ...missing.map((why) => `${why}\n`),
    '## In Python',
    '',
    '```python',
    ...python,
    '```',
    '',
    '## Is it true?',
    '',
    '```sh',
    'sha256sum -c checksums.sha256     # nothing was changed',
    'npx desynclab verify .            # the same run again, compared bit for bit',
    'npx desynclab run --config run.json',
    '```',
    '',
    `${units(run)} Steps count from 1; a row of a series covers the steps from`,
    'its first to its last one, with the least, the greatest and the mean value in between.',
    '',
  ].join('\n')
}
