import { imagesTaskSchema, type ImagesConfig, type PictureChoice } from '@contract'
import { packPictures } from './pack'
import type { PictureSets } from './pair'
import { refusePictures } from './refuse'

/** The task of pictures with a choice of them in it: the files are needed no more. @throws ProblemError */
export function picturesTask(sets: PictureSets, choice: PictureChoice): ImagesConfig {
  const pictures = packPictures(sets, choice.most)
  const parsed = imagesTaskSchema.safeParse({ kind: 'images', pictures, ...choice })
  if (parsed.success) return parsed.data
  const { path, message } = parsed.error.issues[0]
  throw refusePictures(
    'bad-pictures',
    `${path.join('.')}: ${message}`,
    sets.train.images.name,
    'Choose another value there.',
  )
}
