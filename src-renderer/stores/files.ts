import {
  beginsAsPictures,
  inputTooLarge,
  MOST_BUNDLE_BYTES,
  MOST_INPUT_BYTES,
  MOST_PICTURE_BYTES,
  picturesTooLarge,
  toProblem,
  type GivenPictures,
  type NetworkConfig,
  type Outcome,
  type Problem,
  type Reply,
  type Request,
  type RunConfig,
} from '@contract'
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { ask } from './ask'
import { lab } from './lab'
import { useLibrary } from './library'
import { usePictureImport } from './pictureImport'
import { useProblems } from './problems'
import { useRun } from './run'
import { useTableImport } from './tableImport'
import { useView } from './view'

const exportedId = 'report-exported'

const unreadable: Problem = {
  id: 'unreadable-file',
  severity: 'error',
  message: 'What was dropped cannot be read.',
  kept: 'The present run is as it was.',
  tip: 'Drop a single file: a run.json, a configuration, a network, a data set or a bundle.',
}

const tooLarge: Problem = {
  id: 'bundle-too-large',
  severity: 'error',
  message: `A bundle has ${MOST_BUNDLE_BYTES / 1e6} MB at most.`,
  kept: 'Nothing was written or changed.',
  tip: 'Ask who made it for a smaller one.',
}

const spreadTip =
  'Its sources and targets were spread over both sides; drag a role to another node to move it.'

/** Something dropped on the window. */
export interface Dropped {
  file: File
  folder: boolean
  /** All that were dropped, this one first: pictures are in several files. */
  files: readonly File[]
}

/** One is enough: what the others are is said of them. */
async function anyPictures(files: readonly File[]): Promise<boolean> {
  for (const file of files) {
    const first = await file
      .slice(0, 4)
      .arrayBuffer()
      // A file that cannot be read is none of them; its own reader says why.
      .catch((thrown: unknown) => (thrown instanceof DOMException ? null : Promise.reject(thrown)))
    if (first !== null && beginsAsPictures(new Uint8Array(first))) return true
  }
  return false
}

/** `bridge` of `bridge.csv`. */
export const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '')

/** The present experiment on another network; named roles hold where it has these nodes. */
export function onNetwork(config: RunConfig, network: NetworkConfig, name: string): RunConfig {
  const { roles } = config.network
  const nodes = new Set(network.kind === 'given' ? network.nodes : [])
  const fit =
    roles.kind !== 'given' ||
    [...roles.sources, ...roles.grounds, ...roles.targets].every((node) => nodes.has(node))
  return {
    ...config,
    name: `${config.task.kind} on ${name}`.slice(0, 120),
    network: { ...network, roles: fit ? roles : { kind: 'spread' } },
    adjustments: [],
  }
}

/** What files bring, and reports to folders. The main process asks for the places. */
export const useFiles = defineStore('files', () => {
  const run = useRun()
  const problems = useProblems()
  const library = useLibrary()
  const view = useView()
  const table = useTableImport()
  const pictures = usePictureImport()
  const exporting = ref(false)

  async function configure(config: RunConfig): Promise<boolean> {
    if (run.running) await run.pause()
    view.shown = 'live'
    return run.configure(config)
  }

  /** Takes what a file of text brings; the outcome of its reading. */
  async function take(request: Request<'readInput'>): Promise<Outcome<Reply<'readInput'>>> {
    const outcome = await ask('readInput', request)
    if (!outcome.ok) return outcome
    const input = outcome.value
    if (input.kind === 'config') await configure(input.config)
    else if (input.kind === 'table') table.begin(request.name, request.text, input.table)
    else await takeNetwork(request.name, input)
    return outcome
  }

  async function takeNetwork(
    name: string,
    { title, network, held }: Extract<Reply<'readInput'>, { kind: 'network' }>,
  ): Promise<void> {
    if (run.config === null || network.kind !== 'given') return
    const config = onNetwork(run.config, network, title || stemOf(name))
    if (!(await configure({ ...config, machine: run.machine }))) return
    const size = `${network.nodes.length} nodes and ${network.edges.length} edges`
    problems.raise(
      {
        id: 'network-taken',
        severity: 'info',
        message: `${name} is the network now: ${size}. The run starts from step 0.`,
        ...(config.network.roles.kind === 'spread' ? { tip: spreadTip } : {}),
        ...(held > 0 ? { kept: 'Voltages that the file holds are left to the task.' } : {}),
      },
      'readInput',
    )
  }

  async function received(file: NonNullable<Reply<'openFile'>>): Promise<void> {
    if (file.kind === 'bundle') return imported(file.imported)
    if (file.kind === 'pictures') return pictures.begin(file.files)
    await take({ name: file.name, text: file.text })
  }

  async function open(): Promise<void> {
    const outcome = await ask('openFile', undefined)
    if (outcome.ok && outcome.value !== null) await received(outcome.value)
  }

  /** Files that the app was started with, or that were opened with it meanwhile, one by one. */
  async function takeGiven(): Promise<void> {
    for (;;) {
      const outcome = await ask('takeFile', undefined)
      if (outcome.ok && outcome.value === null) return
      // One that cannot be read is told; the next one may be better.
      if (!outcome.ok) return
      if (outcome.value !== null) await received(outcome.value)
    }
  }

  /** A bundle stands in the library now, and is shown there. */
  async function imported({ id, known }: Reply<'libraryImport'>): Promise<void> {
    library.trashed = false
    library.showAll()
    await library.refresh()
    library.choose(id)
    view.shown = 'library'
    const message = known
      ? 'This run is in the library already; it stays as it is.'
      : 'The bundle is in the library, with its series; Open replays it.'
    problems.raise({ id: 'bundle-imported', severity: 'info', message }, 'libraryImport')
  }

  async function importBundle(request: Request<'libraryImport'>): Promise<void> {
    const outcome = await ask('libraryImport', request)
    if (outcome.ok) await imported(outcome.value)
  }

  /** What a dropped file holds; null: it cannot be read, and that was said. */
  async function content<T>(file: File, read: () => Promise<T>): Promise<T | null> {
    try {
      return await read()
    } catch (thrown) {
      const { message } = toProblem(thrown, unreadable.id)
      problems.raise({ ...unreadable, where: `${file.name}: ${message}` }, 'readInput')
      return null
    }
  }

  async function dropFolder(file: File): Promise<void> {
    const path = lab().pathOf(file)
    if (path !== '') return importBundle({ path })
    problems.raise({ ...unreadable, where: file.name }, 'readInput')
  }

  async function dropPictures(files: readonly File[]): Promise<void> {
    const size = files.reduce((sum, one) => sum + one.size, 0)
    if (size > MOST_PICTURE_BYTES)
      return problems.raise(picturesTooLarge(files[0].name, size), 'readPictures')
    const given: GivenPictures = []
    for (const one of files) {
      const bytes = await content(one, async () => new Uint8Array(await one.arrayBuffer()))
      if (bytes === null) return
      given.push({ name: one.name, content: bytes })
    }
    await pictures.begin(given)
  }

  async function drop({ file, folder, files }: Dropped): Promise<void> {
    problems.solveFrom('readInput')
    problems.solveFrom('readPictures')
    problems.solveFrom('libraryImport')
    const { name } = file
    if (!folder && (await anyPictures(files))) return dropPictures(files)
    if (files.length > 1) problems.raise(oneOnly(name, files.length - 1), 'readInput')
    if (folder) return dropFolder(file)
    if (/\.zip$/i.test(name)) {
      if (file.size > MOST_BUNDLE_BYTES)
        return problems.raise({ ...tooLarge, where: name }, 'libraryImport')
      const bytes = await content(file, async () => new Uint8Array(await file.arrayBuffer()))
      return bytes === null ? undefined : importBundle({ name, content: bytes })
    }
    if (file.size > MOST_INPUT_BYTES)
      return problems.raise(inputTooLarge(name, file.size), 'readInput')
    const text = await content(file, () => file.text())
    if (text !== null) await take({ name, text })
  }

  /** @param stored a run of the library; left out: the one in the window */
  async function exportReport(stored?: { id: string; name: string }): Promise<void> {
    if (exporting.value || (stored === undefined && run.description === null)) return
    exporting.value = true
    const outcome = await ask('exportReport', stored === undefined ? {} : { run: stored })
    exporting.value = false
    if (!outcome.ok || outcome.value === null) return
    problems.raise(
      {
        id: exportedId,
        severity: 'info',
        message: `Wrote ${outcome.value.files.length} files to ${outcome.value.directory}.`,
      },
      'export',
    )
  }

  const showExport = () => ask('showExport', undefined)

  return { exporting, exportedId, open, take, takeGiven, drop, exportReport, showExport }
})

const oneOnly = (name: string, others: number): Problem => ({
  id: 'one-file-only',
  severity: 'info',
  message: `Of ${others + 1} files only ${name} was taken.`,
  tip: 'Drop one at a time.',
})
