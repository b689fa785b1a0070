import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { axisName, axisValues, sweepMeasureSchema, type SweepAxis, type SweepPlan } from '@contract'
import { figureFiles } from '../report/sweep'
import { sweepFigures, type Merged, type WantedFigures } from '../sweep'
import { usageError } from './fail'

export interface FigureOptions {
  figures?: string
  measure?: string
  along?: string
  by?: string
  against?: string
}

/** What the options ask for, in the plan's numbers. @throws ProblemError that names what there is */
export function wantedFigures(plan: SweepPlan, options: FigureOptions): WantedFigures {
  const { axes } = plan
  const along = options.along === undefined ? 0 : axisOf(axes, options.along, '--along')
  const others = axes.flatMap((_, n) => (n === along ? [] : [n]))
  const by =
    options.by === undefined
      ? (others[0] ?? null)
      : options.by === 'none'
        ? null
        : axisOf(axes, options.by, '--by')
  return {
    measure: measureOf(options.measure),
    along,
    by,
    reference: placeOf(axes[along], options),
  }
}

function measureOf(text = 'train'): WantedFigures['measure'] {
  const parsed = sweepMeasureSchema.safeParse(text)
  if (parsed.success) return parsed.data
  const allowed = sweepMeasureSchema.options.join(', ')
  throw usageError('bad-value', `'${text}' is no measure`, '--measure', `allowed: ${allowed}`)
}

function axisOf(axes: readonly SweepAxis[], name: string, option: string): number {
  const names = axes.map(axisName)
  const found = names.indexOf(name)
  if (found >= 0) return found
  const allowed = names.join(', ') || 'none: the plan has no axes'
  throw usageError('bad-value', `the plan has no axis '${name}'`, option, `allowed: ${allowed}`)
}

/** p against a clock is the question: left out, 1 is the reference where it is on the axis. */
function placeOf(axis: SweepAxis | undefined, { against }: FigureOptions): number | null {
  const labels = axis === undefined ? [] : axisValues(axis).map(({ label }) => label)
  const found = labels.indexOf(against ?? '1')
  if (found >= 0) return found
  if (against === undefined) return null
  throw usageError(
    'bad-value',
    `'${against}' is not on this axis`,
    '--against',
    `allowed: ${labels.join(', ')}`,
  )
}

/** Writes each figure as SVG, PNG and CSV. @returns the names of the files */
export async function writeFigures(
  { sweep, rows }: Merged,
  wanted: WantedFigures,
  directory: string,
): Promise<string[]> {
  const files = await figureFiles(sweepFigures(sweep.plan, rows, wanted))
  const folder = resolve(directory)
  await mkdir(folder, { recursive: true })
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return Object.keys(files)
}
