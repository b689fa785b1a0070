import { strFromU8 } from 'fflate'
import { ROCrate } from 'ro-crate'
import { beforeAll, describe, expect, test } from 'vitest'
import { bundleEntries } from './index'
import { allostery, performed } from './testing'

type Entity = Record<string, unknown> & { '@id': string; '@type': string | string[] }
interface Crate {
  '@context': unknown
  '@graph': Entity[]
}

const PROFILE = 'https://w3id.org/ro/wfrun/process/0.5'
const DATE = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/
const list = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]
const refs = (value: unknown): string[] =>
  list(value).flatMap((one) =>
    typeof one === 'object' && one !== null && '@id' in one ? [String(one['@id'])] : [],
  )
const entity = (crate: Crate, id: string): Entity | undefined =>
  crate['@graph'].find((one) => one['@id'] === id)
const descriptor = (crate: Crate) => entity(crate, 'ro-crate-metadata.json')
const root = (crate: Crate) => entity(crate, refs(descriptor(crate)?.['about'])[0] ?? '')
const actions = (crate: Crate) =>
  crate['@graph'].filter((one) =>
    list(one['@type']).some((type) => String(type).endsWith('Action')),
  )
const typed = (crate: Crate, type: string) =>
  crate['@graph'].filter((one) => list(one['@type']).includes(type))

/** Every MUST of RO-Crate 1.1 and Process Run Crate 0.5 that concerns a crate like ours. */
const rules: {
  must: string
  holds(crate: Crate, files: Set<string>): boolean
  broken(crate: Crate): void
}[] = [
  {
    must: 'the context names that of RO-Crate',
    holds: (crate) => list(crate['@context']).includes('https://w3id.org/ro/crate/1.1/context'),
    broken: (crate) => (crate['@context'] = 'https://schema.org'),
  },
  {
    must: 'every entity has an identifier of its own and a type',
    holds: ({ '@graph': graph }) =>
      new Set(graph.map((one) => one['@id'])).size === graph.length &&
      graph.every((one) => typeof one['@id'] === 'string' && list(one['@type']).length > 0),
    broken: (crate) => crate['@graph'].push({ '@id': './', '@type': 'Thing' }),
  },
  {
    must: 'the graph is flat: no entity within another',
    holds: ({ '@graph': graph }) =>
      graph.every((one) =>
        Object.entries(one).every(([key, value]) =>
          list(value).every(
            (part) =>
              key.startsWith('@') ||
              typeof part !== 'object' ||
              part === null ||
              Object.keys(part).join() === '@id',
          ),
        ),
      ),
    broken: (crate) => (crate['@graph'][1]['author'] = { '@id': '#a', name: 'nested' }),
  },
  {
    must: 'the metadata file describes itself as a CreativeWork about the root',
    holds: (crate) =>
      list(descriptor(crate)?.['@type']).includes('CreativeWork') && root(crate) !== undefined,
    broken: (crate) => (crate['@graph'][0]['about'] = { '@id': './elsewhere/' }),
  },
  {
    must: 'the metadata file says which version of RO-Crate it follows',
    holds: (crate) =>
      refs(descriptor(crate)?.['conformsTo']).some((id) =>
        /^https:\/\/w3id\.org\/ro\/crate\/1\.\d+/.test(id),
      ),
    broken: (crate) => delete crate['@graph'][0]['conformsTo'],
  },
  {
    must: 'the root is a Dataset whose identifier ends with a slash',
    holds: (crate) =>
      list(root(crate)?.['@type']).includes('Dataset') &&
      root(crate)?.['@id'].endsWith('/') === true,
    broken: (crate) => (crate['@graph'][1]['@type'] = 'CreativeWork'),
  },
  {
    must: 'the root has a date of publication in ISO 8601',
    holds: (crate) => DATE.test(String(root(crate)?.['datePublished'])),
    broken: (crate) => (crate['@graph'][1]['datePublished'] = 'yesterday'),
  },
  {
    must: 'the root has a name, a description and a licence',
    holds: (crate) =>
      ['name', 'description', 'license'].every((key) => list(root(crate)?.[key]).length > 0),
    broken: (crate) => delete crate['@graph'][1]['license'],
  },
  {
    must: 'every file entity is a part of the root, and there',
    holds: (crate, files) =>
      typed(crate, 'File').every(
        (file) => refs(root(crate)?.['hasPart']).includes(file['@id']) && files.has(file['@id']),
      ),
    broken: (crate) => crate['@graph'].push({ '@id': 'ghost.csv', '@type': 'File' }),
  },
  {
    must: 'every part of the root is described',
    holds: (crate) => refs(root(crate)?.['hasPart']).every((id) => entity(crate, id) !== undefined),
    broken: (crate) =>
      crate['@graph'].splice(
        crate['@graph'].findIndex((one) => one['@id'] === 'run.json'),
        1,
      ),
  },
  {
    must: 'identifiers of files are relative paths within the crate',
    holds: (crate) =>
      typed(crate, 'File').every((file) => !/^(\/|\.\.|[a-z]:|file:)/i.test(file['@id'])),
    broken: (crate) => crate['@graph'].push({ '@id': '/etc/passwd', '@type': 'File' }),
  },
  {
    must: 'the root conforms to the Process Run Crate profile, which is described',
    holds: (crate) =>
      refs(root(crate)?.['conformsTo']).includes(PROFILE) &&
      list(entity(crate, PROFILE)?.['@type']).includes('CreativeWork'),
    broken: (crate) => delete crate['@graph'][1]['conformsTo'],
  },
  {
    must: 'there is an action of one of the three types',
    holds: (crate) =>
      actions(crate).length > 0 &&
      actions(crate).every((one) =>
        list(one['@type']).some((type) =>
          ['CreateAction', 'ActivateAction', 'UpdateAction'].includes(String(type)),
        ),
      ),
    broken: (crate) => (actions(crate)[0]['@type'] = 'SearchAction'),
  },
  {
    must: 'the instrument of an action is software that is described',
    holds: (crate) =>
      actions(crate).every((one) =>
        refs(one['instrument']).some((id) =>
          list(entity(crate, id)?.['@type']).some((type) =>
            ['SoftwareApplication', 'SoftwareSourceCode', 'ComputationalWorkflow'].includes(
              String(type),
            ),
          ),
        ),
      ),
    broken: (crate) => (actions(crate)[0]['instrument'] = { '@id': './' }),
  },
  {
    must: 'what went into and came out of an action is described',
    holds: (crate) =>
      actions(crate).every((one) =>
        [...refs(one['object']), ...refs(one['result'])].every(
          (id) => entity(crate, id) !== undefined,
        ),
      ),
    broken: (crate) => (actions(crate)[0]['result'] = { '@id': 'nothing.csv' }),
  },
  {
    must: 'times of an action are in ISO 8601',
    holds: (crate) =>
      actions(crate).every((one) =>
        [...list(one['startTime']), ...list(one['endTime'])].every((time) =>
          DATE.test(String(time)),
        ),
      ),
    broken: (crate) => (actions(crate)[0]['endTime'] = 'noon'),
  },
  {
    must: 'the status of an action is one of those of schema.org',
    holds: (crate) =>
      actions(crate).every((one) =>
        refs(one['actionStatus']).every((id) =>
          /^http:\/\/schema\.org\/(Completed|Failed|Active|Potential)ActionStatus$/.test(id),
        ),
      ),
    broken: (crate) => (actions(crate)[0]['actionStatus'] = { '@id': 'http://schema.org/Done' }),
  },
]

let crate: Crate
let files: Set<string>
beforeAll(async () => {
  const entries = await bundleEntries(await performed(allostery))
  files = new Set(entries.map(({ name }) => name))
  const metadata = entries.find(({ name }) => name === 'ro-crate-metadata.json')
  crate = JSON.parse(strFromU8(metadata?.content ?? new Uint8Array())) as Crate
}, 60_000)

describe('the crate of a bundle', () => {
  test.each(rules)('$must', ({ holds, broken }) => {
    expect(holds(crate, files)).toBe(true)
    const other = structuredClone(crate)
    broken(other)
    expect(holds(other, files)).toBe(false)
  })

  test('is loaded by the library of its authors, with every file', () => {
    const loaded = new ROCrate(crate, { array: true, link: true })
    expect(loaded.rootDataset['@id']).toBe('./')
    const parts = loaded.rootDataset['hasPart'].map((part: Entity) => part['@id'])
    expect(parts).toContain('series.parquet')
    expect(parts).toHaveLength(files.size - 2)
  })
})
