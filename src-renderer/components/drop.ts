import { useEventListener } from '@vueuse/core'
import { ref, type Ref } from 'vue'
import { useFiles, type Dropped } from '../stores/files'

/** What was dropped, the first of it; null: no file. */
function droppedOf(data: DataTransfer | null): Dropped | null {
  const file = data?.files[0]
  if (data === null || file === undefined) return null
  const item = [...data.items].find(({ kind }) => kind === 'file')
  const folder = item?.webkitGetAsEntry()?.isDirectory === true
  return { file, folder, files: [...data.files] }
}

/**
 * Takes what is dropped anywhere on the window.
 * @returns whether files are held over the window
 */
export function useFileDrop(): Ref<boolean> {
  const files = useFiles()
  const over = ref(false)
  const brings = ({ dataTransfer }: DragEvent): boolean =>
    dataTransfer?.types.includes('Files') === true
  useEventListener(window, 'dragover', (event) => {
    event.preventDefault()
    over.value = brings(event)
  })
  useEventListener(window, 'dragleave', ({ relatedTarget }) => {
    // Between two elements of the window it is left for none.
    if (relatedTarget === null) over.value = false
  })
  useEventListener(window, 'drop', (event) => {
    event.preventDefault()
    over.value = false
    const dropped = droppedOf(event.dataTransfer)
    if (dropped !== null) void files.drop(dropped)
  })
  return over
}
