import type { PictureSetSummary, PictureSummary } from '@contract'
import type { PictureSet, PictureSets } from './pair'

/** Two rows of them in the dialog. */
const SAMPLES = 24

function setSummary({ count, images, labelled, labels }: PictureSet): PictureSetSummary {
  const counts = new Map<number, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return {
    images: images.name,
    labels: labelled.name,
    count,
    classes: [...counts].sort(([a], [b]) => a - b).map(([label, own]) => ({ label, count: own })),
  }
}

/** What files of pictures hold, with some of them to look at. */
export function pictureSummary({ train, test }: PictureSets): PictureSummary {
  const shown = Math.min(SAMPLES, train.count)
  return {
    rows: train.rows,
    columns: train.columns,
    train: setSummary(train),
    test: test === null ? null : setSummary(test),
    samples: train.values.slice(0, shown * train.rows * train.columns),
    sampleLabels: train.labels.slice(0, shown),
  }
}
