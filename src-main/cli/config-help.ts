import { listSettings, type Setting } from '@contract'

function line(setting: Setting): string {
  const fallback =
    setting.default === undefined ? '' : `; default ${JSON.stringify(setting.default)}`
  const unit = setting.unit && setting.unit !== '1' ? ` (${setting.unit})` : ''
  return `  ${setting.path}\n      ${setting.meaning}\n      ${setting.allowed}${unit}${fallback}`
}

/** The choices of each kind that some field exists with, in words; empty if it always exists. */
function condition(same: readonly Setting[], settings: readonly Setting[]): string {
  const kinds = new Map<string, Set<string>>()
  for (const need of same.flatMap(({ needs }) => needs)) {
    const [path, kind] = need.split('=')
    kinds.set(path, (kinds.get(path) ?? new Set()).add(kind))
  }
  return [...kinds]
    .filter(([path, chosen]) => {
      const choice = settings.find((setting) => setting.path === path)
      return choice?.shape.enum?.length !== chosen.size
    })
    .map(([path, chosen]) => `${path}=${[...chosen].join('|')}`)
    .join(' and ')
}

export interface SettingGroup {
  /** What must be chosen for its settings to exist, as in network.kind=square|triangular; empty: they always do. */
  when: string
  settings: Setting[]
}

/** Every setting once, grouped by what must be chosen for it to exist. */
export function settingGroups(): SettingGroup[] {
  const settings = listSettings()
  const same = new Map<string, Setting[]>()
  for (const setting of settings) {
    const key = line(setting)
    same.set(key, [...(same.get(key) ?? []), setting])
  }
  const groups = new Map<string, Setting[]>()
  for (const alike of same.values()) {
    const when = condition(alike, settings)
    groups.set(when, [...(groups.get(when) ?? []), alike[0]])
  }
  return [...groups].map(([when, found]) => ({ when, settings: found }))
}

/** Every setting, for a terminal. */
export function configHelp(): string {
  const text = ({ when, settings }: SettingGroup) =>
    [when === '' ? 'Always' : `With ${when}`, ...settings.map(line)].join('\n')
  return [
    'Settings of a run, for --set path=value. Values are JSON or plain words; lists also a,b,c.',
    'A new kind brings its defaults and keeps the fields that both kinds have; the order of --set\ndoes not matter.',
    ...settingGroups().map(text),
  ].join('\n\n')
}
