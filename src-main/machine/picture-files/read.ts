import { gunzipSync } from 'node:zlib'
import { MOST_PICTURE_BYTES } from '@contract'
import { PhysicsError } from '../../physics'
import { parseIdx, type IdxBytes } from '../../physics/tasks'
import { refusePictures } from './refuse'

/** A file as it was chosen, with its name and without its folder. */
export interface GivenFile {
  name: string
  content: Uint8Array
}

export interface IdxFile extends IdxBytes {
  name: string
  /** Unpacked, whole: what its checksum is of. */
  bytes: Uint8Array
}

/** MNIST has 47 MB of pictures, the largest of its kin that fits 88 MB (EMNIST balanced). */
export const MOST_IDX_BYTES = MOST_PICTURE_BYTES

/** Unpacks gzip, as the files are distributed. Never more than the limit comes out, however small it is packed. */
function plain({ name, content }: GivenFile): Uint8Array {
  if (content[0] !== 0x1f || content[1] !== 0x8b) return content
  try {
    return gunzipSync(content, { maxOutputLength: MOST_IDX_BYTES })
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown
    if ('code' in thrown && thrown.code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(name)
    throw refusePictures(
      'damaged-gzip',
      `The packed file cannot be unpacked: ${thrown.message}.`,
      name,
      'Download or copy it again: it is not whole.',
    )
  }
}

const tooLarge = (name: string) =>
  refusePictures(
    'pictures-too-large',
    `The file has more than ${MOST_IDX_BYTES / 1e6} MB of pictures.`,
    name,
    'Take a part of it, or another file.',
  )

/** @throws ProblemError that names the file */
export function readIdx(file: GivenFile): IdxFile {
  const { name } = file
  if (file.content.length > MOST_IDX_BYTES) throw tooLarge(name)
  const bytes = plain(file)
  try {
    return { name, bytes, ...parseIdx(bytes) }
  } catch (thrown) {
    if (!(thrown instanceof PhysicsError)) throw thrown
    throw refusePictures(thrown.id, thrown.message, name, thrown.tip)
  }
}
