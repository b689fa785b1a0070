import { networkConfig, readNetwork } from '../../machine/network-files'
import { pairPictures, pictureSummary, picturesTask } from '../../machine/picture-files'
import { chosenTask, readCells, tableSummary } from '../../machine/task-files'
import type { EngineReply, EngineRequest } from '../protocol'
import { kindOf } from './kind'
import { readRunText } from './runText'

/** The commands that read files: what they bring, and the task of a data set. */
export const inputHandlers = {
  async readInput({
    name,
    text: raw,
    as,
  }: EngineRequest<'readInput'>): Promise<EngineReply<'readInput'>> {
    const text = raw.replace(/^\uFEFF/, '')
    const kind = as ?? kindOf(name, text)
    if (kind === 'config') return { kind, config: readRunText(text, name) }
    if (kind === 'table') return { kind, table: tableSummary(readCells(text, name)) }
    const file = readNetwork(text, name)
    const network = networkConfig(file, { kind: 'spread' }, name)
    return { kind, title: file.title.slice(0, 100), network, held: file.held.length }
  },
  tableTask: async ({ name, text, choice }: EngineRequest<'tableTask'>) =>
    chosenTask(readCells(text, name), choice, name),
  readPictures: async ({ files }: EngineRequest<'readPictures'>) =>
    pictureSummary(pairPictures(files)),
  picturesTask: async ({ files, choice }: EngineRequest<'picturesTask'>) =>
    picturesTask(pairPictures(files), choice),
}
