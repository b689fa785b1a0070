import { drawLoop } from './charts/drawing'
import type { ShortcutAction } from './components/shortcuts'
import { useConnection } from './stores/connection'
import { useHistory } from './stores/history'
import { presets } from './stores/presets'
import { useRun } from './stores/run'
import { useStream } from './stores/stream'

/**
 * Connects the window to the laboratory and gets the first preset ready.
 * @returns what ends all subscriptions
 */
export function openWindow(act: (action: ShortcutAction) => void): () => void {
  const connection = useConnection()
  const loop = drawLoop()
  const ends = [
    connection.connect(),
    useStream().connect(() => loop.request()),
    useHistory().connect(),
    connection.onMenu((action) => act(action === 'about' ? 'help' : action)).off,
  ]
  const first = presets.find(({ id }) => id === 'iris-penn16') ?? presets[0]
  if (first !== undefined) void useRun().configure(first.config, first.id)
  return () => {
    for (const end of ends) end()
  }
}
