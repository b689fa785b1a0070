import type { BoardState, BoardTarget, Outcome, Problem, SerialPortInfo } from '@contract'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { ask, askQuietly } from './ask'
import { useConnection } from './connection'

const nothing: BoardState = {
  presence: 'absent',
  sinceMs: 0,
  target: null,
  device: null,
  problem: null,
  counters: { frames: 0, missed: 0, damaged: 0, bytesIn: 0, bytesOut: 0, reconnects: 0 },
}

/** The board that is connected, or is not: what is known of it, and the commands to it. */
export const useBoard = defineStore('board', () => {
  const connection = useConnection()
  const state = shallowRef<BoardState>(nothing)
  const ports = shallowRef<readonly SerialPortInfo[]>([])
  const portsProblem = shallowRef<Problem | null>(null)
  const listing = ref(false)
  /** A command to the board is under way. */
  const busy = ref(false)
  const presence = computed(() => state.value.presence)
  /** It answers, so that a machine can be built on it. */
  const present = computed(() => ['identified', 'learning'].includes(presence.value))

  connection.onBoard((board) => (state.value = board))

  async function take(command: Promise<Outcome<BoardState>>): Promise<boolean> {
    busy.value = true
    const outcome = await command
    busy.value = false
    if (outcome.ok) state.value = outcome.value
    return outcome.ok
  }

  /** The ports that the computer knows now. */
  async function refresh(): Promise<void> {
    if (listing.value) return
    listing.value = true
    const outcome = await ask('boardPorts', undefined)
    listing.value = false
    if (!outcome.ok) return
    ports.value = outcome.value.ports
    portsProblem.value = outcome.value.problem
  }

  const connect = (target: BoardTarget) => take(ask('boardConnect', { target }))
  const disconnect = () => take(ask('boardDisconnect', undefined))
  const release = () => take(ask('boardRelease', undefined))
  const takeBack = () => take(ask('boardTake', undefined))

  /** As it is now, for a window that opens or a fresh engine; later changes come by themselves. */
  async function look(): Promise<void> {
    const outcome = await askQuietly('board', undefined)
    if (outcome.ok) state.value = outcome.value
  }
  connection.onStartedAgain(() => void look())

  return {
    state,
    presence,
    present,
    ports,
    portsProblem,
    listing,
    busy,
    refresh,
    connect,
    disconnect,
    release,
    takeBack,
    look,
  }
})
