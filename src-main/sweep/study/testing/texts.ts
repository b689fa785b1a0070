import type { SweepFigure } from '@contract'
import type { Findings } from '../study'

/** Everything that is read of a study, but the names of its plans. */
export function textsOf({ verdict, criteria, tables, figures, method, gaps }: Findings): string[] {
  return [
    verdict.sentence,
    ...criteria.flatMap(({ name, needed }) => [name, needed ?? '']),
    ...tables.flatMap(({ title, columns, rows, note }) => [
      title,
      ...columns,
      ...rows.flat(),
      note,
    ]),
    ...figures.flatMap(textsOfFigure),
    ...method,
    ...gaps,
  ].filter((text) => typeof text === 'string')
}

function textsOfFigure(figure: SweepFigure): string[] {
  const { title, caption, xLabel, yLabel } = figure
  const own = [title, caption, xLabel, yLabel]
  switch (figure.kind) {
    case 'spread':
      return [
        ...own,
        ...figure.series.flatMap(({ name, groups }) => [name, ...groups.map(({ label }) => label)]),
      ]
    case 'pairs':
      return [...own, ...[...figure.groups, ...figure.bounds].map(({ label }) => label)]
    case 'heat':
      return [...own, figure.valueLabel, ...figure.x, ...figure.y]
    case 'bands':
    case 'plain':
      return [...own, ...figure.series.map(({ name }) => name)]
  }
}
