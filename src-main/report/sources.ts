import type { RunConfig } from '@contract'
import { escapeMarkup } from '@figures'
import { html, raw, type Markup } from './html'
import { pictureSources } from './pictureSources'
import { afterSpinPapers, spinChoices, spinPapers } from './spinSources'

/** The papers whose physics this is, by a short name. */
export const papers = {
  des: 'J. F. Wycoff, S. Dillavou, M. Stern, A. J. Liu, D. J. Durian, Desynchronous learning in a physics-driven learning network, J. Chem. Phys. 156, 144903 (2022)',
  lab: 'S. Dillavou, M. Stern, A. J. Liu, D. J. Durian, Demonstration of decentralized, physics-driven learning, Phys. Rev. Applied 18, 014040 (2022)',
}

/** What is after a paper in this run. */
export function afterPapers(config: RunConfig): string[] {
  const { network, rule, task, schedule } = config
  if (rule.kind === 'xy') return afterSpinPapers(config)
  const list = [
    'Coupled learning with the clamped outputs at V_C = (1 − η) V_F + η V_D: after Dillavou et al. (2022).',
  ]
  if (schedule.kind !== 'synchronous')
    list.push('That edges update randomly and independently: after Wycoff et al. (2022).')
  if (network.kind === 'penn16')
    list.push('The network of 9 nodes and 16 edges: after a figure of Dillavou et al. (2022).')
  list.push(
    rule.kind === 'ideal'
      ? 'The continuous rule, change ∝ (ΔV_F)² − (ΔV_C)²: after the published code of the same group.'
      : 'The discrete rule, one level up or down by the sign of |ΔV_C| − |ΔV_F|: after Dillavou et al. (2022).',
  )
  if (task.kind === 'iris')
    list.push(
      'Iris classification with the nearest target as answer: after accounts of the experiment of Dillavou et al. (2022); the data are Fisher’s (1936).',
    )
  if (task.kind === 'allostery')
    list.push('Desired voltages on target nodes as a task: after Dillavou et al. (2022).')
  return list
}

/** What we chose ourselves in this run. */
export function ourChoices(config: RunConfig): string[] {
  const { rule, task, schedule, network, batch } = config
  if (rule.kind === 'xy') return spinChoices(config)
  const list = ['All numbers in the table of parameters, unless it says otherwise here.']
  if (schedule.kind !== 'synchronous')
    list.push(`The form of the schedule (${schedule.kind}) and its probabilities or order.`)
  if (rule.kind === 'ideal') list.push('The range in which conductances start, and their limits.')
  else
    list.push('The grid of levels, R = n · R_max / levels, its size, and the level it starts at.')
  if (task.kind === 'regression') list.push('The form of the regression task and its matrix.')
  if (task.kind === 'iris')
    list.push(
      'Which nodes take the features and give the answer, the scaling of the features, and the split of the flowers.',
    )
  if (task.kind === 'allostery' && task.targets.kind === 'random')
    list.push('The desired voltages, drawn from the seed.')
  if (network.kind !== 'penn16') list.push('The network.')
  list.push(...pictureSources(task))
  list.push(
    `How batches are drawn (${batch.draw}).`,
    'The interval laws over the histogram: our derivation.',
  )
  return list
}

/** V_F as V with a subscript, in text that is escaped on the way. */
function withSubscripts(text: string): Markup {
  return raw(escapeMarkup(text).replace(/([A-Z])_([A-Za-z]+)/g, '<i>$1</i><sub>$2</sub>'))
}

export function sources(config: RunConfig): Markup {
  const items = (list: string[]) => list.map((text) => html`<li>${withSubscripts(text)}</li>`)
  return html`<h3>After a paper</h3>
    <ul>
      ${items(afterPapers(config))}
    </ul>
    <h3>Our choices</h3>
    <ul>
      ${items(ourChoices(config))}
    </ul>
    <p>
      ${
        config.rule.kind === 'xy'
          ? 'No number of Wang, Wanjura and Marquardt (2026) is used or claimed here.'
          : 'No number of Wycoff et al. (their probabilities, networks or errors) is used or claimed here.'
      }
    </p>
    <h3>Papers</h3>
    <ul>
      ${items(Object.values(config.rule.kind === 'xy' ? spinPapers : papers))}
    </ul>`
}
