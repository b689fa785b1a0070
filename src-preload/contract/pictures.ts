import { z } from 'zod'
import type { Problem } from './problem'

const volt = z.number().min(-1000).max(1000)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const path = z.string().min(1).max(1000)
const picturesSide = z.int().min(1).max(512)
/** Base64 of the longest pixels that a configuration holds: `MOST_INPUT_BYTES` hold them all. */
const MOST_PACKED = 45_000_000

/** Labelled pictures of two files: what a run needs of them, so that it needs the files no more. */
const packedSet = z.strictObject({
  /** Names of the file of images and of labels, and SHA-256 of each as it was published, unpacked. */
  images: z.string().max(500),
  labels: z.string().max(500),
  imagesSha256: sha256,
  labelsSha256: sha256,
  /** Pictures in the files, of which `count` are here, at equal distances. */
  of: z.int().min(1).max(10_000_000),
  count: z.int().min(1).max(1_000_000),
  /** Of the pixels and then the labels below, unpacked. */
  sha256,
  /** count x rows x columns unsigned bytes: raw deflate (RFC 1951), in base64. */
  pixels: z.string().min(1).max(MOST_PACKED),
  /** count unsigned bytes, packed likewise. */
  classes: z.string().min(1).max(2_000_000),
})

export const pictureFilesSchema = z.strictObject({
  images: path,
  labels: path,
  /** null: pictures to test on are drawn from the others. */
  testImages: path.nullable().default(null),
  testLabels: path.nullable().default(null),
})

/** Pictures of the user's files in the IDX format, such as MNIST; one target per label. */
export const imagesTaskSchema = z.strictObject({
  kind: z.literal('images'),
  /** Read by the command line, relative to the configuration; null once the pictures are here. */
  files: pictureFilesSchema.nullable().default(null),
  pictures: z
    .strictObject({
      rows: picturesSide,
      columns: picturesSide,
      train: packedSet,
      test: packedSet.nullable(),
    })
    .nullable()
    .default(null),
  /** At most so many pictures of a file are put into the configuration; null: all. */
  most: z.int().min(1).max(1_000_000).nullable().default(10_000),
  /** Drawn from the seed. */
  trainExamples: z.int().min(2).max(1_000_000).default(500),
  testExamples: z.int().min(0).max(1_000_000).default(200),
  /** Labels to tell apart; null: all that the training pictures have. */
  classes: z.array(z.int().min(0).max(255)).min(2).max(64).nullable().default(null),
  /** Pixels left out along every side, before pictures become smaller. */
  margin: z.int().min(0).max(255).default(0),
  /** Rows and columns of the inputs, each the mean over the area that it covers; null: no change. */
  height: picturesSide.nullable().default(null),
  width: picturesSide.nullable().default(null),
  /** Input at a pixel of 0, and of 255; linear between them. */
  lowV: volt.default(0),
  highV: volt.default(5),
})

/** Whether a file is one of pictures, perhaps packed, by its first four bytes. */
export const beginsAsPictures = ([a, b, type, dimensions]: Uint8Array): boolean =>
  (a === 0x1f && b === 0x8b) || (a === 0 && b === 0 && type > 0 && type < 16 && dimensions > 0)

/** A file of pictures that is opened is no larger, bytes. */
export const MOST_PICTURE_BYTES = 120_000_000

/** @param name of one of the files @param bytes their size together */
export function picturesTooLarge(name: string, bytes: number): Problem {
  return {
    id: 'pictures-too-large',
    severity: 'error',
    message: `The files of pictures have ${(bytes / 1e6).toFixed(0)} MB together; ${MOST_PICTURE_BYTES / 1e6} MB can be opened.`,
    where: name,
    kept: 'The present run is as it was.',
    tip: 'Take a part of them, or another data set.',
  }
}

export const givenPicturesSchema = z
  .array(z.strictObject({ name: z.string().max(500), content: z.instanceof(Uint8Array) }))
  .min(1)
  .max(8)

const setSummary = z.strictObject({
  /** Names of the two files. */
  images: z.string(),
  labels: z.string(),
  count: z.int(),
  classes: z.array(z.strictObject({ label: z.int(), count: z.int() })),
})

/** What files of pictures hold, for the choice of what a run takes. */
export const pictureSummarySchema = z.strictObject({
  rows: z.int(),
  columns: z.int(),
  train: setSummary,
  /** null: there is one file of images, and pictures to test on are drawn from it. */
  test: setSummary.nullable(),
  /** The first pictures to train on, rows x columns bytes each, and their labels. */
  samples: z.instanceof(Uint8Array),
  sampleLabels: z.instanceof(Uint8Array),
})

/** What a run takes of the pictures. */
export const pictureChoiceSchema = imagesTaskSchema.omit({
  kind: true,
  files: true,
  pictures: true,
})

/** Files of pictures, read by the engine. */
export const pictureCommands = {
  readPictures: {
    request: z.strictObject({ files: givenPicturesSchema }),
    reply: pictureSummarySchema,
  },
  /** The task of a choice of them, with the pictures in it. */
  picturesTask: {
    request: z.strictObject({ files: givenPicturesSchema, choice: pictureChoiceSchema }),
    reply: imagesTaskSchema,
  },
} as const

export type PictureSummary = z.infer<typeof pictureSummarySchema>
export type PictureSetSummary = z.infer<typeof setSummary>
export type GivenPictures = z.infer<typeof givenPicturesSchema>
export type PictureChoice = z.infer<typeof pictureChoiceSchema>
export type ImagesConfig = z.infer<typeof imagesTaskSchema>
export type PackedSet = z.infer<typeof packedSet>
export type PackedPictures = NonNullable<ImagesConfig['pictures']>
export type PictureFiles = z.infer<typeof pictureFilesSchema>
