import type { BoardPresence, BoardState, BoardTarget } from '@contract'
import { t } from '../i18n'
import { said } from '../i18n/said'

/** One word per presence, the same wherever it is shown. */
export const presenceWord = (presence: BoardPresence): string => t(`presence.${presence}`)

/** Where a target is, as short as a line of a list. */
export function targetName(target: BoardTarget | null): string {
  if (target === null) return t('presence.theBoard')
  return target.kind === 'virtual' ? t('presence.theVirtual') : target.path
}

/** What happened, and what to do: said by the state, or by the problem that it carries. */
export function presenceText({ presence, problem, target }: BoardState): {
  happened: string
  todo: string
} {
  if (problem !== null)
    return {
      happened: said(problem.message),
      todo: [
        problem.kept === undefined ? '' : t('problems.kept', { what: said(problem.kept) }),
        said(problem.tip ?? ''),
      ]
        .filter(Boolean)
        .join(' '),
    }
  const where = targetName(target)
  switch (presence) {
    case 'absent':
      return { happened: t('presence.noBoard'), todo: t('presence.connectOne') }
    case 'connecting':
      return {
        happened: t('presence.opens', { where }),
        todo: t('presence.startsAnew'),
      }
    case 'identified':
      return { happened: t('presence.atRest'), todo: '' }
    case 'learning':
      return { happened: t('presence.learnsItself'), todo: '' }
    case 'reconnecting':
      return {
        happened: t('presence.wentAway', { where }),
        todo: t('presence.plugAgain'),
      }
    case 'lost':
      return {
        happened: t('presence.notBack', { where }),
        todo: t('presence.plugConnect'),
      }
    case 'error':
      return { happened: t('presence.cannotUse', { where }), todo: t('presence.checkIt') }
    case 'released':
      return {
        happened: t('presence.isFree', { where }),
        todo: t('presence.takeBack'),
      }
  }
}
