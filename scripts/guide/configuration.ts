import { settingGroups, type SettingGroup } from '../../src-main/cli/config-help'
import { code, MADE, prose, table } from './markdown'

function groupText({ when, settings }: SettingGroup): string {
  const rows = settings.map(({ path, meaning, allowed, unit, default: fallback }) => [
    code(path),
    prose(meaning),
    prose(allowed),
    unit === '1' ? '' : prose(unit),
    fallback === undefined ? '' : code(JSON.stringify(fallback)),
  ])
  const title = when === '' ? 'Always' : `With ${when.replaceAll('=', ' = ').replaceAll('|', ', ')}`
  return `## ${title}\n\n${table(['setting', 'meaning', 'allowed', 'unit', 'default'], rows)}`
}

/** Every field of a run's configuration, from its schema. */
export const configurationPage = (): string =>
  `# Configuration

${MADE}

A run is a function of its configuration. The same fields stand in the editor (\`Ctrl+J\`), in a \`run.json\`, in a sweep's plan, and behind \`--set path=value\` of the command line. What is left out has its default. A field that exists only for some kinds stands under the choice that brings it.

${settingGroups().map(groupText).join('\n\n')}
`
