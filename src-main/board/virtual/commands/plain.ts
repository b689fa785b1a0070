import type { BoardConfig } from '../../float32'
import { shortForm } from '../mnemonic'
import { floatText } from '../number'
import { reading, type Command } from './command'

type KeyOf<T> = {
  [K in keyof BoardConfig]: BoardConfig[K] extends T ? K : never
}[keyof BoardConfig]

export interface PlainOptions {
  idle?: boolean
  /** Starts the run anew once it was set. */
  anew?: boolean
}

/** Plain settings: a number, a word or a switch that is just kept. */
export function real(
  header: string,
  key: KeyOf<number>,
  low: number,
  high: number,
  { idle = false, anew = false }: PlainOptions = {},
): Command {
  return {
    header,
    idle,
    set: ({ state }, params) => {
      const value = params.float(low, high)
      params.end()
      state.config[key] = value
      if (anew) state.anew()
    },
    get: reading(({ state }) => floatText(state.config[key])),
  }
}

export function whole(header: string, key: KeyOf<number>, low: number, high: number): Command {
  return {
    header,
    set: ({ state }, params) => {
      const value = params.u32(low, high)
      params.end()
      state.config[key] = value
    },
    get: reading(({ state }) => String(state.config[key])),
  }
}

/** @param words "EPOCh|REPLacement"; @param take what it does with the short form. */
export function word<K extends 'rule' | 'schedule' | 'draw'>(
  header: string,
  key: K,
  words: string,
  { idle = false, anew = false }: PlainOptions = {},
): Command {
  const allowed = words.split('|').map(shortForm)
  return {
    header,
    idle,
    set: ({ state }, params) => {
      const value = params.word(words)
      params.end()
      Object.assign(state.config, { [key]: allowed[allowed.indexOf(value)] })
      if (anew) state.anew()
    },
    get: reading(({ state }) => state.config[key]),
  }
}
