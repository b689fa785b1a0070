// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { expect, test, vi } from 'vitest'
import { createApp, defineComponent, h, nextTick, ref } from 'vue'
import { tellFaults } from './faults'
import { useProblems } from './stores/problems'

/** A window with a part that fails once it is told to. */
function windowThatBreaks() {
  const broken = ref(false)
  const Part = defineComponent(() => () => {
    if (broken.value) throw new Error('a detail for the console')
    return h('p', 'whole')
  })
  const pinia = createPinia()
  setActivePinia(pinia)
  const app = createApp(Part).use(pinia)
  tellFaults(app)
  const place = document.createElement('div')
  app.mount(place)
  return { app, broken }
}

test('a part that fails is told in the one place of problems, and once', async () => {
  // The browser's, which the test's window lacks.
  const traced = vi.fn()
  vi.stubGlobal('reportError', traced)
  const { app, broken } = windowThatBreaks()
  broken.value = true
  await nextTick()
  const { list } = useProblems()
  expect(list).toHaveLength(1)
  expect(list[0]).toMatchObject({ id: 'window-fault', severity: 'error' })
  expect(list[0].kept).toContain('engine')
  // The words are for a person; the trace is the console's.
  expect(JSON.stringify(list)).not.toContain('a detail for the console')
  expect(traced).toHaveBeenCalledOnce()
  expect(traced).toHaveBeenCalledWith(
    expect.objectContaining({ message: 'a detail for the console' }),
  )
  vi.unstubAllGlobals()
  app.unmount()
})

test('a promise that nobody waited for is told too', () => {
  const { app } = windowThatBreaks()
  window.dispatchEvent(new Event('unhandledrejection'))
  window.dispatchEvent(new Event('unhandledrejection'))
  expect(useProblems().list).toHaveLength(1)
  app.unmount()
})
