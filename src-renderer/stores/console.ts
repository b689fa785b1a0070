import type { BoardLogEntry, Problem } from '@contract'
import { useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { askQuietly } from './ask'
import { useBoard } from './board'
import { completions } from './completion'
import { useConnection } from './connection'
import { logText } from './logText'

/** Lines that are kept: some ten minutes of a lively conversation, and quick to draw. */
const mostLines = 2000
const mostHistory = 200
// 5 Hz: an answer seems immediate, and an open console costs the engine nothing.
const pollEveryMs = 200

/** The conversation with the board in its own language. */
export const useConsole = defineStore('console', () => {
  const board = useBoard()
  const open = ref(false)
  const entries = shallowRef<readonly BoardLogEntry[]>([])
  /** What stays on show while new lines come in; null: everything. */
  const held = shallowRef<readonly BoardLogEntry[] | null>(null)
  const filter = ref('')
  const sending = ref(false)
  /** Of the last message that was sent; shown at the input. */
  const problem = shallowRef<Problem | null>(null)
  const headers = shallowRef<readonly string[]>([])
  const history = useStorage<string[]>('console-history', [])
  let newest = -1
  /** Entries up to this one were cleared away. */
  let cleared = -1

  const paused = computed(() => held.value !== null)
  const shown = computed(() => {
    const wanted = filter.value.trim().toLowerCase()
    const all = held.value ?? entries.value
    return wanted === '' ? all : all.filter(({ text }) => text.toLowerCase().includes(wanted))
  })
  /** Lines that came while the log rests. */
  const waiting = computed(() => {
    const last = held.value?.at(-1)?.id ?? cleared
    return held.value === null ? 0 : entries.value.filter(({ id }) => id > last).length
  })

  let polling = false
  async function poll(): Promise<void> {
    if (polling) return
    polling = true
    const outcome = await askQuietly('boardLog', { after: newest })
    polling = false
    if (!outcome.ok || outcome.value.entries.length === 0) return
    newest = outcome.value.entries[outcome.value.entries.length - 1].id
    const fresh = outcome.value.entries.filter(({ id }) => id > cleared)
    entries.value = [...entries.value, ...fresh].slice(-mostLines)
  }

  /** Follows the log while the console is open. Returns a function that ends it. */
  function follow(): () => void {
    void poll()
    const timer = setInterval(() => {
      if (!document.hidden) void poll()
    }, pollEveryMs)
    return () => clearInterval(timer)
  }

  async function learnHeaders(): Promise<void> {
    const outcome = await askQuietly('boardHeaders', undefined)
    headers.value = outcome.ok ? outcome.value : []
  }
  // Another board may know other commands.
  watch(
    () => [open.value, board.state.device?.firmware, board.present] as const,
    ([isOpen, , present]) => {
      if (isOpen && present) void learnHeaders()
    },
  )
  // A fresh engine counts its entries anew.
  useConnection().onStartedAgain(() => (newest = cleared = -1))

  /** False when the board, or the line, refused: see `problem`. */
  async function send(message: string): Promise<boolean> {
    const text = message.trim()
    if (text === '' || sending.value) return false
    sending.value = true
    history.value = [...history.value.filter((old) => old !== text), text].slice(-mostHistory)
    const outcome = await askQuietly('boardSend', { text })
    sending.value = false
    problem.value = outcome.ok ? null : outcome.problem
    await poll()
    return outcome.ok
  }

  function pause(): void {
    held.value = entries.value
  }
  function resume(): void {
    held.value = null
  }
  function clear(): void {
    cleared = newest
    entries.value = []
    held.value = null
  }
  const text = () => logText(shown.value)
  const complete = (upToCursor: string) => completions(headers.value, upToCursor)

  return {
    open,
    entries,
    shown,
    waiting,
    filter,
    paused,
    sending,
    problem,
    headers,
    history,
    follow,
    poll,
    send,
    pause,
    resume,
    clear,
    text,
    complete,
  }
})
