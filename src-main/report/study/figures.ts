import type { SweepFigure } from '@contract'
import { html, raw, type Markup } from '../html'
import { isWide, sweepSvg } from '../sweep/figureSvg'

/** The figures of a study with their captions, on its page. */
export function studyFigures(list: readonly SweepFigure[]): Markup[] {
  return list.map(
    (figure) =>
      html`<figure
        ${raw(isWide(figure) ? 'class="wide"' : '')}
        role="group"
        aria-label="${figure.title}"
      >
        ${raw(sweepSvg(figure))}
        <figcaption><b>${figure.title}.</b> ${figure.caption}</figcaption>
      </figure>`,
  )
}
