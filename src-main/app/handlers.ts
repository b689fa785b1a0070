import { rmdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { app, dialog, shell, type BrowserWindow, type MessagePortMain } from 'electron'
import {
  inputEndings,
  ProblemError,
  type AppCommand,
  type AppCommands,
  type Language,
} from '@contract'
import type { z } from 'zod'
import type { EngineLink } from '../engine/link'
import { exportName, makeExportFolder } from './export-folder'
import { fileContent } from './fileContent'
import type { GivenFiles } from './given'
import { readLicences } from './licences'
import { printed, printedStudy } from './printed'
import type { Words } from './words'

export type AppHandlers = {
  [K in AppCommand]: (
    request: z.output<AppCommands[K]['request']>,
  ) => Promise<z.input<AppCommands[K]['reply']>>
}

export interface HandlerParts {
  link: EngineLink<MessagePortMain>
  window(): BrowserWindow
  /** Files from outside. */
  given: GivenFiles
  /** What dialogs say. */
  words(): Words
  /** The window speaks it now: so shall everything else. */
  speak(language: Language): void
  /** The engine records there now: so it shall after the next start. */
  recordInto(directory: string): void
}

/** What the main process does itself: files, folders and dialogs. */
export function appHandlers({
  link,
  window,
  given,
  words,
  speak,
  recordInto,
}: HandlerParts): AppHandlers {
  let lastExport: string | null = null
  return {
    async exportReport({ run, study }) {
      const named = study ?? run?.name ?? (await presentName(link))
      const chosen = await dialog.showOpenDialog(window(), {
        title: words().exportTitle,
        buttonLabel: words().exportButton,
        defaultPath: app.getPath('documents'),
        properties: ['openDirectory', 'createDirectory'],
      })
      if (chosen.canceled || chosen.filePaths.length === 0) return null
      const name = exportName(named, new Date())
      const directory = await makeExportFolder(chosen.filePaths[0], name)
      const report =
        study === undefined
          ? await link.send('report', {
              directory,
              ...(run === undefined ? {} : { id: run.id }),
              ...(await printed(link, run?.id)),
            })
          : await link.send('studyReport', {
              id: study,
              directory,
              pdf: await printedStudy(link, study),
            })
      if (!report.ok) {
        // It is our own and still empty: the report room writes all files or none.
        await rmdir(directory)
        throw new ProblemError(report.problem)
      }
      lastExport = directory
      return report.value
    },
    async openStudy({ id }) {
      const study = await link.send('studyRead', { id })
      if (!study.ok) throw new ProblemError(study.problem)
      const failure = await shell.openPath(join(study.value.status.folder, 'report.html'))
      if (failure !== '') throw new Error(failure)
      return undefined
    },
    async showExport() {
      if (lastExport === null) throw new ProblemError(nothingExported)
      const failure = await shell.openPath(lastExport)
      if (failure !== '') throw new Error(failure)
      return undefined
    },
    async chooseStore() {
      const folder = await dialog.showOpenDialog(window(), {
        title: words().storeTitle,
        buttonLabel: words().storeButton,
        properties: ['openDirectory', 'createDirectory'],
      })
      if (folder.canceled || folder.filePaths.length === 0) return null
      const [directory] = folder.filePaths
      const used = await link.send('storeUse', { directory })
      if (!used.ok) throw new ProblemError(used.problem)
      recordInto(directory)
      return directory
    },
    async openFile() {
      const endings = Object.entries(inputEndings) as [
        keyof typeof inputEndings,
        readonly string[],
      ][]
      const chosen = await dialog.showOpenDialog(window(), {
        title: words().openTitle,
        filters: [
          { name: words().openAll, extensions: endings.flatMap(([, list]) => [...list]) },
          ...endings.map(([name, list]) => ({
            name: words().openKinds[name],
            extensions: [...list],
          })),
          { name: words().openAny, extensions: ['*'] },
        ],
        // Pictures come in several files, most of them without an ending.
        properties: ['openFile', 'multiSelections'],
      })
      if (chosen.canceled || chosen.filePaths.length === 0) return null
      const [first, ...others] = chosen.filePaths
      return fileContent(link, first, others)
    },
    async takeFile() {
      const file = given.take()
      return file === null ? null : fileContent(link, file)
    },
    async saveFile({ name, content }) {
      const chosen = await dialog.showSaveDialog(window(), { defaultPath: basename(name) })
      if (chosen.canceled || chosen.filePath === '') return false
      await writeFile(chosen.filePath, content)
      return true
    },
    async speak({ language }) {
      speak(language)
      return undefined
    },
    appInfo: async () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      node: process.versions.node,
      platform: `${process.platform}-${process.arch}`,
    }),
    licences: async () => readLicences(),
  }
}

async function presentName(link: EngineLink<MessagePortMain>): Promise<string> {
  const record = await link.send('record', undefined)
  if (!record.ok) throw new ProblemError(record.problem)
  return record.value.config.name
}

const nothingExported = {
  id: 'nothing-exported',
  severity: 'info' as const,
  message: 'No report was exported yet.',
  tip: 'Choose Export report first.',
}
