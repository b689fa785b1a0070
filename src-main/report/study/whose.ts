import type { StudyName } from '@contract'
import { html, type Markup } from '../html'
import { papers } from '../sources'
import { spinPapers } from '../spinSources'

const part = (sentences: readonly string[], sources: readonly string[]): Markup =>
  html`<p>${sentences.join(' ')}</p>
    <ul>
      ${sources.map((text) => html`<li>${text}</li>`)}
    </ul>`

const ofResistors = part(
  [
    'The question is after Wycoff et al. (2022): that edges update randomly and independently, and what it does to the ideal system, to discrete levels and in comparison with mini-batches.',
    'No number of that paper is used or claimed here; the forms of the schedules, the tasks and every size are ours, as listed above.',
    'Coupled learning and the discrete rule are after Dillavou et al. (2022).',
  ],
  Object.values(papers),
)

const ofSpins = part(
  [
    'Equilibrium propagation is after Scellier and Bengio (2017); the energy of the spins, the cost and its gradients are after the published code of Wang, Wanjura and Marquardt (2024).',
    'That the architecture decides about training is the question of the same authors (2026), of whose paper only the abstract was at hand: no number, size, placement or definition of it is used or claimed here.',
    'Those are ours, as listed above, and so is that spins update out of step, after what Wycoff et al. (2022) did with resistors.',
  ],
  [...Object.values(spinPapers), papers.des],
)

/** What of a study is after a paper and what is ours, with the papers. */
export const whose = (study: StudyName): Markup =>
  study.startsWith('spins-') ? ofSpins : ofResistors
