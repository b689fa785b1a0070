import type { SeriesName } from '@contract'
import {
  changeLabel,
  conductanceFigure,
  confusionFigure,
  describeConductance,
  describeConfusion,
  describeIntervals,
  describeLoss,
  describeNetwork,
  describeOutputs,
  describeRaster,
  expectedLaw,
  formatCount,
  intervalsFigure,
  lossFigure,
  networkScene,
  networkSvg,
  outputsFigure,
  rasterSvg,
  wordsOf,
  type FigureTheme,
  type LossInput,
  type LossSeries,
  type Marker,
} from '@figures'
import { html, raw, type Markup } from './html'
import type { ReportInput } from './input'
import { chartSvg, reportTheme } from './svg'

/** Drawn smaller than they are shown: on paper their letters have 7 points. */
const half = [390, 245] as const
const whole = [800, 300] as const
/** Two buckets for each pixel column of the widest plot. */
const BUCKETS = 1600
/** The error of single batches jumps: its band tells more when its mean is over many. */
const BATCH_BUCKETS = 160
/** Steps that the raster shows: more would be finer than its pixels. */
const RASTER_STEPS = 180

function figure(svg: string, title: string, caption: string, wide = false): Markup {
  return html`<figure${raw(wide ? ' class="wide"' : '')} role="group" aria-label="${caption}">
    ${raw(svg)}
    <figcaption><b>${title}.</b> ${caption}</figcaption>
  </figure>`
}

function column(input: ReportInput, name: SeriesName, label: string): LossSeries {
  const { lastStep, min, max, mean } = input.history(
    name,
    name === 'batch' ? BATCH_BUCKETS : BUCKETS,
  )
  return { name, label, x: lastStep, min, max, mean }
}

function markers(input: ReportInput): Marker[] {
  const done = input.run.config.adjustments.filter(({ step }) => step <= input.run.result.steps)
  return done.map(({ step, change }) => ({
    x: step,
    label: changeLabel(change, input.description),
  }))
}

/** Spins have phases, couplings and a cost. */
const themeOf = ({ description }: ReportInput): FigureTheme => ({
  ...reportTheme,
  words: wordsOf(reportTheme.words, description.model),
})

function errorInput(input: ReportInput): LossInput {
  const series = [
    column(input, 'batch', 'batch'),
    column(input, 'train', 'train'),
    column(input, 'test', 'test'),
  ].filter(({ x }) => x.length > 0)
  return { series, xLabel: 'step', scale: 'log', markers: markers(input) }
}

/** What the steps of the axis come to in updates. */
function updatesNote({ run: { result } }: ReportInput): string {
  const { steps, expectedUpdates } = result
  if (steps === 0) return ''
  const each = Number((expectedUpdates / steps).toPrecision(3))
  return `At the last step ${formatCount(expectedUpdates)} updates were expected of each edge, ${each} per step on average.`
}

function accuracyFigure(input: ReportInput): Markup[] {
  const series = [
    column(input, 'trainAccuracy', 'train'),
    column(input, 'testAccuracy', 'test'),
  ].filter(({ x }) => x.length > 0)
  if (series.length === 0) return []
  const loss: LossInput = {
    series,
    xLabel: 'step',
    scale: 'linear',
    markers: [],
    quantity: 'accuracy',
  }
  const theme = themeOf(input)
  return [figure(chartSvg(lossFigure(loss, theme), ...half), 'Accuracy', describeLoss(loss))]
}

/** null: there are intervals. */
function intervalsNote({ run: { board }, frame }: ReportInput): string | null {
  if (board === undefined || frame.timing.intervals.some((count) => count > 0)) return null
  return 'Not known: the frames of the board are further apart than the updates of an edge.'
}

/** The network at the last step. */
export function networkPicture(input: ReportInput): Markup {
  const network = { description: input.description, state: input.frame.state }
  const scene = networkScene(network, reportTheme, 892, 420)
  const values = input.description.model === 'xy' ? 'Phases' : 'Node voltages'
  const note = `${values} are those of the free state of example ${input.frame.state.example + 1} at the last step.`
  return figure(
    networkSvg(scene, reportTheme),
    'Network',
    `${describeNetwork(network)} ${note}`,
    true,
  )
}

/** The plots of the window, in its order. */
export function plots(input: ReportInput): Markup {
  const { frame, description, run } = input
  const theme = themeOf(input)
  const loss = errorInput(input)
  const conductance = {
    now: frame.state.conductance,
    initial: description.initialConductance,
    unit: description.conductanceUnit,
    levels: description.levelConductance,
  }
  const counts = frame.timing.intervals
  const law = expectedLaw(run.config.schedule, frame.timing.updateProbability, counts.length)
  const intervals = { counts, law }
  const raster = {
    raster: frame.raster,
    edges: description.edges.length,
    window: Math.max(1, Math.min(RASTER_STEPS, frame.raster.steps)),
  }
  const { evaluation } = frame
  const since = frame.timing.sinceStep
  const sinceNote = since > 0 ? ` Counted after step ${since}, where the schedule changed.` : ''
  return html`<div class="figures">
    ${figure(
      chartSvg(lossFigure(loss, theme), ...whole),
      'Error',
      `${describeLoss(loss, theme.words)} ${updatesNote(input)}`,
      true,
    )}
    ${accuracyFigure(input)}
    ${evaluation?.confusion ? confusionPicture(input, evaluation.confusion) : []}
    ${evaluation ? outputsPicture(input, evaluation) : []}
    ${figure(
      chartSvg(conductanceFigure(conductance, theme), ...half),
      description.model === 'xy' ? 'Couplings before and after' : 'Conductances before and after',
      describeConductance(conductance, theme.words),
    )}
    ${figure(
      chartSvg(intervalsFigure(intervals, theme), ...half),
      'Intervals between updates',
      intervalsNote(input) ?? describeIntervals(intervals) + sinceNote,
    )}
    ${figure(
      rasterSvg(raster, theme, ...half),
      'Updates',
      `${describeRaster(raster)} The window ends at the last step.`,
    )}
  </div>`
}

function outputsPicture(
  input: ReportInput,
  { outputs, targets }: { outputs: Float64Array; targets: Float64Array },
): Markup {
  const theme = themeOf(input)
  const data = { outputs, targets, names: input.description.outputs }
  const caption = `${describeOutputs(data, theme.words)} Training examples, at the last step.`
  return figure(chartSvg(outputsFigure(data, theme), ...half), 'Outputs against targets', caption)
}

function confusionPicture({ description }: ReportInput, counts: Uint32Array): Markup {
  const set = description.testExamples > 0 ? 'test examples' : 'training examples'
  const data = { counts, classes: description.classes, set }
  return figure(
    chartSvg(confusionFigure(data, reportTheme), ...half),
    'Classes',
    `${describeConfusion(data)} The class is the nearest target.`,
  )
}
