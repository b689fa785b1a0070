import type { ActionId } from '@contract'
import { drawLoop } from './charts/drawing'
import { useBoard } from './stores/board'
import { useConnection } from './stores/connection'
import { useFiles } from './stores/files'
import { useHistory } from './stores/history'
import { presets } from './stores/presets'
import { useRun } from './stores/run'
import { useStream } from './stores/stream'

/** 8 Hz: digits can still be read. */
const GLANCE_EVERY_MS = 125

/** The run that the engine has already, for a window that comes back, or the first preset. */
async function prepareRun(): Promise<void> {
  const run = useRun()
  if (await run.attach()) return
  const first = presets.find(({ id }) => id === 'iris-penn16') ?? presets[0]
  if (first !== undefined) await run.configure(first.config, first.id)
}

/**
 * Connects the window to the laboratory and gets the first preset ready.
 * @returns what ends all subscriptions
 */
export function openWindow(act: (action: ActionId) => void): () => void {
  const connection = useConnection()
  const stream = useStream()
  const files = useFiles()
  const loop = drawLoop()
  const numbers = loop.add({ draw: stream.refresh, everyMs: GLANCE_EVERY_MS, alone: true })
  const ends = [
    connection.connect(),
    stream.connect(() => loop.request()),
    numbers.remove,
    useHistory().connect(),
    connection.onMenu(act).off,
    connection.onFile(() => void files.takeGiven()).off,
  ]
  void useBoard().look()
  void prepareRun().then(files.takeGiven)
  return () => {
    for (const end of ends) end()
  }
}
