import type { Preset } from '@contract'
import { language } from './index'
import { presetWords } from './zh-CN/presets'

/** A preset with its title and sentences in the window's language. */
export function presetIn(preset: Preset): Preset {
  return language.value === 'en' ? preset : { ...preset, ...presetWords[preset.id] }
}
