import type { PackedSet, RunConfig } from '@contract'

const setText = ({ images, labels, imagesSha256, labelsSha256, count, of }: PackedSet): string =>
  `The pictures: ${count === of ? `all ${of}` : `${count} of ${of}, at equal distances,`} of ${images} (SHA-256 unpacked ${imagesSha256}) with their labels of ${labels} (${labelsSha256}), as the user gave them.`

/** Where the pictures of a run come from, so that a reader can compare the files. */
export function pictureSources(task: RunConfig['task']): string[] {
  if (task.kind !== 'images' || task.pictures === null) return []
  const { train, test } = task.pictures
  return [
    ...[train, test].filter((set) => set !== null).map(setText),
    'Which of them train and test, drawn from the seed, and how a grey level becomes an input.',
  ]
}
