import { listSettings, type Setting } from './settings'

function line(setting: Setting): string {
  const preset = setting.default === undefined ? '' : `; default ${JSON.stringify(setting.default)}`
  const unit = setting.unit && setting.unit !== '1' ? ` ${setting.unit}` : ''
  return `  ${setting.path}\n      ${setting.meaning}\n      ${setting.allowed}${unit && ` (${unit.trim()})`}${preset}`
}

/** Every setting, grouped by what must be chosen for it to exist. */
export function configHelp(): string {
  const groups = new Map<string, Setting[]>()
  for (const setting of listSettings()) {
    // A kind of the whole section needs nothing; a lone choice, such as the machine's, is no choice.
    const title = setting.needs.length === 0 ? 'Always' : `With ${setting.needs.join(' and ')}`
    groups.set(title, [...(groups.get(title) ?? []), setting])
  }
  const text = [...groups].map(([title, settings]) => `${title}\n${settings.map(line).join('\n')}`)
  return [
    'Settings of a run, for --set path=value. Values are JSON or plain words; lists also a,b,c.',
    'A new kind brings its defaults and keeps the fields that both kinds have; the order of --set does not matter.',
    ...text,
  ].join('\n\n')
}
