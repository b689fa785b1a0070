import { stackFor, type NetworkConfig, type PictureChoice, type PictureSummary } from '@contract'
import { t } from '../i18n'
import { typedNumber } from './number'

/** What a run takes of the pictures, as the dialog shows it; numbers as they are typed. */
export interface PictureDraft {
  train: string
  test: string
  /** Pictures of a file that are put into the configuration; empty: all. */
  most: string
  /** Labels to tell apart; empty: all. */
  classes: string
  margin: string
  height: string
  width: string
  /** A stack that fits the pictures, or the network that is there. */
  network: 'stack' | 'present'
}

export interface PictureFinding {
  /** Name of a field; null: it is about the whole. */
  at: keyof PictureDraft | null
  message: string
}

const MOST_PUT_IN = 10_000
const MOST_TRAIN = 500
const MOST_TEST = 200
const MOST_CLASSES = 64

/** Pictures that there are to test on. */
const spare = ({ train, test }: PictureSummary, trained: number): number =>
  test?.count ?? Math.max(0, train.count - trained)

export function firstPictureDraft(summary: PictureSummary): PictureDraft {
  const { rows, columns, train } = summary
  // Where there is no file to test on a third of a small set is left for it.
  const most = summary.test === null ? Math.ceil((2 * train.count) / 3) : train.count
  const trained = Math.min(MOST_TRAIN, most)
  return {
    train: String(trained),
    test: String(Math.min(MOST_TEST, spare(summary, trained))),
    most: train.count > MOST_PUT_IN ? String(MOST_PUT_IN) : '',
    classes: '',
    margin: '0',
    height: String(rows),
    width: String(columns),
    network: stackFor(rows, columns, train.classes.length) === null ? 'present' : 'stack',
  }
}

const whole = (text: string): number => {
  const value = typedNumber(text)
  return value !== null && Number.isInteger(value) ? value : NaN
}

const within = (value: number, low: number, high: number): boolean => value >= low && value <= high

function labelsIn(text: string): number[] | null {
  if (text.trim() === '') return null
  return text.split(/[,;\s]+/).map(whole)
}

/** What is asked of the engine; only where nothing is wrong with the draft. */
export function pictureChoiceOf(draft: PictureDraft, summary: PictureSummary): PictureChoice {
  const margin = whole(draft.margin)
  const kept = (text: string, side: number): number | null =>
    whole(text) === side - 2 * margin ? null : whole(text)
  return {
    trainExamples: whole(draft.train),
    testExamples: whole(draft.test),
    most: draft.most.trim() === '' ? null : whole(draft.most),
    classes: labelsIn(draft.classes),
    margin,
    height: kept(draft.height, summary.rows),
    width: kept(draft.width, summary.columns),
    lowV: 0,
    highV: 5,
  }
}

/** The stack that sees what the draft leaves of the pictures; null where none does. */
export function stackOfDraft(draft: PictureDraft, summary: PictureSummary): NetworkConfig | null {
  const [height, width] = [whole(draft.height), whole(draft.width)]
  const classes = labelsIn(draft.classes)?.length ?? summary.train.classes.length
  return Number.isNaN(height + width) ? null : stackFor(height, width, classes)
}

/** What is wrong with a draft; empty: it can be taken. */
export function pictureFindings(draft: PictureDraft, summary: PictureSummary): PictureFinding[] {
  const found: PictureFinding[] = []
  const { rows, columns, train, test } = summary
  const known = train.classes.map(({ label }) => label)
  const add = (at: PictureFinding['at'], message: string) => found.push({ at, message })
  const put = draft.most.trim() === '' ? Infinity : whole(draft.most)
  const trained = Math.min(train.count, put)
  if (!within(whole(draft.train), 2, trained))
    add('train', t('pictures.wholeFrom', { low: 2, high: trained }))
  const tested =
    Math.min(put, test?.count ?? train.count) - (test === null ? whole(draft.train) : 0)
  if (!within(whole(draft.test), 0, Math.max(0, tested)))
    add('test', t('pictures.wholeFrom', { low: 0, high: Math.max(0, tested) || 0 }))
  if (put !== Infinity && !within(put, 2, 1_000_000)) add('most', t('pictures.wholeMost'))
  const classes = labelsIn(draft.classes)
  const strange = classes?.find((label) => !known.includes(label))
  if (strange !== undefined) add('classes', t('pictures.noLabel', { labels: known.join(', ') }))
  else if (!within(new Set(classes ?? known).size, 2, MOST_CLASSES))
    add('classes', t('pictures.countLabels', { most: MOST_CLASSES }))
  const margin = whole(draft.margin)
  const [high, wide] = [rows - 2 * margin, columns - 2 * margin]
  if (!(margin >= 0) || high < 1 || wide < 1)
    add(
      'margin',
      t('pictures.wholeFrom', { low: 0, high: Math.ceil(Math.min(rows, columns) / 2) - 1 }),
    )
  else {
    if (!within(whole(draft.height), 1, high))
      add('height', t('pictures.wholeFrom', { low: 1, high }))
    if (!within(whole(draft.width), 1, wide))
      add('width', t('pictures.wholeFrom', { low: 1, high: wide }))
  }
  if (found.length === 0 && draft.network === 'stack' && stackOfDraft(draft, summary) === null)
    add('network', t('pictures.noStack'))
  return found
}

/** Edges of a stack of one layer with a readout. */
export function edgesOf(network: NetworkConfig): number {
  if (network.kind !== 'stacked') return 0
  const [{ channels, window, stride }] = network.layers
  const fit = (side: number): number => Math.floor((side - window) / stride) + 1
  const nodes = channels * fit(network.rows) * fit(network.columns)
  return nodes * (window * window + network.readout)
}
