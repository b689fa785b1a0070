import { useEventListener } from '@vueuse/core'
import { useFiles } from '../stores/files'

/** Opens a run.json or a configuration that is dropped anywhere on the window. */
export function useFileDrop(): void {
  const files = useFiles()
  useEventListener(window, 'dragover', (event) => event.preventDefault())
  useEventListener(window, 'drop', (event) => {
    event.preventDefault()
    const file = event.dataTransfer?.files[0]
    if (file !== undefined) void files.drop(file)
  })
}
