import type { RunFile } from '@contract'
import { sha256 } from './checksums'
import { papers } from '../sources'
import { textEntry, type Entry } from './entry'

export const CRATE = 'ro-crate-metadata.json'
const PROFILE = 'https://w3id.org/ro/wfrun/process/0.5'

const ids = (all: readonly string[]): { '@id': string }[] => all.map((id) => ({ '@id': id }))

/**
 * `ro-crate-metadata.json`: the bundle as a Process Run Crate (RO-Crate 1.1, profile 0.5), so that
 * archives know what was run with what, and what came out.
 * @param writtenAt ISO 8601
 */
export function crateEntry(run: RunFile, entries: readonly Entry[], writtenAt: string): Entry {
  const { versions, config, result } = run
  const software = `#desynclab-${versions.desynclab}`
  const citations = Object.entries(papers).map(([id, text]) => ({ id: `#paper-${id}`, text }))
  const action = `#run-${run.run}`
  const inputs = ['network.json', 'examples.csv'].filter((name) =>
    entries.some((entry) => entry.name === name),
  )
  const outputs = entries.map(({ name }) => name).filter((name) => !inputs.includes(name))
  const title = config.name || `Run ${run.run}`
  const graph = [
    {
      '@id': CRATE,
      '@type': 'CreativeWork',
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' },
      about: { '@id': './' },
    },
    {
      '@id': './',
      '@type': 'Dataset',
      name: title,
      description: `A network that learned by coupled learning: ${result.steps} steps, seed ${config.seed}, trajectory hash ${result.hash}.`,
      datePublished: writtenAt,
      license: { '@id': '#license' },
      conformsTo: { '@id': PROFILE },
      hasPart: ids(entries.map(({ name }) => name)),
      mentions: { '@id': action },
      citation: ids(citations.map(({ id }) => id)),
    },
    {
      '@id': '#license',
      '@type': 'CreativeWork',
      name: 'The owner of the run decides',
      description:
        'Desynclab claims no right in the data; no licence was stated when they were written.',
    },
    { '@id': PROFILE, '@type': 'CreativeWork', name: 'Process Run Crate', version: '0.5' },
    {
      '@id': software,
      '@type': 'SoftwareApplication',
      name: 'Desynclab',
      softwareVersion: versions.desynclab,
      softwareRequirements: `Node ${versions.node}${versions.electron === null ? '' : `, Electron ${versions.electron}`}`,
      operatingSystem: versions.platform,
    },
    {
      '@id': action,
      '@type': 'CreateAction',
      name: `Training: ${title}`,
      description: 'Every parameter is in run.json; the same configuration gives the same hash.',
      instrument: { '@id': software },
      object: ids(inputs),
      result: ids(outputs),
      ...(run.startedAt === null ? {} : { startTime: run.startedAt }),
      ...(run.endedAt === undefined || run.endedAt === null ? {} : { endTime: run.endedAt }),
      actionStatus: { '@id': 'http://schema.org/CompletedActionStatus' },
    },
    ...citations.map(({ id, text }) => ({ '@id': id, '@type': 'ScholarlyArticle', name: text })),
    ...entries.map(({ name, about, mediaType, content }) => ({
      '@id': name,
      '@type': 'File',
      name,
      description: about,
      encodingFormat: mediaType,
      contentSize: String(content.length),
      sha256: sha256(content),
    })),
  ]
  const crate = {
    '@context': [
      'https://w3id.org/ro/crate/1.1/context',
      'https://w3id.org/ro/terms/workflow-run/context',
    ],
    '@graph': graph,
  }
  const about = 'What was run with what, for archives: RO-Crate 1.1, Process Run Crate 0.5.'
  return textEntry(CRATE, 'application/ld+json', about, `${JSON.stringify(crate, null, 2)}\n`)
}
