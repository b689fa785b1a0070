import { z } from 'zod'
import { runFileSchema } from '../../src-preload/contract'
import { bundleEntries } from '../../src-main/report/bundle/write'
import { allostery, performed } from '../../src-main/report/bundle/testing'
import { code, MADE, prose, table } from './markdown'

interface Shape {
  type?: string | string[]
  const?: unknown
  format?: string
  properties?: Record<string, Shape>
  required?: string[]
  items?: Shape
  anyOf?: Shape[]
}

const nameOf = (shape: Shape): string => {
  if (shape.const !== undefined) return JSON.stringify(shape.const)
  if (shape.anyOf !== undefined) return shape.anyOf.map(nameOf).join(' or ')
  if (shape.type === 'array') return `list of ${nameOf(shape.items ?? {})}`
  const type = Array.isArray(shape.type) ? shape.type.join(' or ') : (shape.type ?? 'any')
  return shape.format === 'date-time' ? 'date and time, ISO 8601' : type
}

/** Leaves of an object's schema by path; the configuration has a page of its own. */
function leaves(shape: Shape, path = ''): string[][] {
  return Object.entries(shape.properties ?? {}).flatMap(([key, inner]) => {
    const at = path === '' ? key : `${path}.${key}`
    const optional = shape.required?.includes(key) === true ? '' : 'may be left out'
    if (at === 'config') return [[code(at), 'the configuration, see its page', optional]]
    if (inner.properties !== undefined) return leaves(inner, at)
    if (inner.type === 'array' && inner.items?.properties !== undefined)
      return leaves(inner.items, `${at}[]`)
    return [[code(at), prose(nameOf(inner)), optional]]
  })
}

/** What is in the files of a bundle, from the schema of run.json and from a bundle that is written. */
export async function bundlePage(): Promise<string> {
  const shape = z.toJSONSchema(runFileSchema, { io: 'input' }) as Shape
  const entries = await bundleEntries(await performed(allostery))
  const tables = entries.flatMap(({ name, content, about }) => {
    if (!name.endsWith('.csv')) return []
    const [head] = new TextDecoder().decode(content).replace('\ufeff', '').split(/\r?\n/)
    const columns = head.split(',').map((column) => column.replaceAll('"', ''))
    return [`### ${name}\n\n${prose(about)} Columns: ${columns.map(code).join(', ')}.`]
  })
  return `# Bundle format

${MADE}

Which files a bundle has, how it is written and verified: [the record](record.md). This page says what stands in them. Text is UTF-8, voltages are in volts, errors in V² (of spins pure numbers, unit 1), and a number is written so that it reads back as the same bits. \`desynclab verify\` holds the checksums and runs the configuration again.

## run.json

${table(['field', 'type', ''], leaves(shape))}

## Tables

${tables.join('\n\n')}

## In Python

\`examples/bundle_pandas.py\` reads a bundle into pandas and says what came of its run.

\`\`\`python
import json, pathlib, pandas as pd

bundle = pathlib.Path('results')
run = json.loads((bundle / 'run.json').read_text())
series = pd.read_csv(bundle / 'series.csv', float_precision='round_trip')
edges = pd.read_csv(bundle / 'edges.csv', float_precision='round_trip')
\`\`\`
`
}
