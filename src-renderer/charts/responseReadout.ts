import type { MachineDescription, SpinsReply } from '@contract'
import { affectedAt, formatScientific } from '@figures'
import { t } from '../i18n'

const bonds = (count: number | undefined): string =>
  count === undefined || count < 0 ? t('spins.noWay') : t('spins.bonds', { count })

/** The responses of a spin, one line each; the first is its name. */
export function responseLines(
  node: number,
  { nodes, distances }: MachineDescription,
  { responses }: SpinsReply,
  part: number,
): string[] {
  const { name, role } = nodes[node]
  const { nudge, input, both } = responses
  const region =
    role === 'source'
      ? t('spins.held')
      : affectedAt(both, part)(node)
        ? t('spins.isAffected')
        : t('spins.isMarginal')
  return [
    `${name}, ${t(`spins.${role}`)}`,
    t('spins.nudgeIs', { value: formatScientific(nudge[node]) }),
    t('spins.inputIs', { value: formatScientific(input[node]) }),
    t('spins.bothAre', { value: formatScientific(both[node]), region }),
    t('spins.distances', {
      input: bonds(distances?.input[node]),
      output: bonds(distances?.output[node]),
    }),
  ]
}
