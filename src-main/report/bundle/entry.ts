/** One file of a bundle. */
export interface Entry {
  /** Within the bundle; no folders. */
  name: string
  mediaType: string
  /** One sentence: what is in it. */
  about: string
  content: Uint8Array
}

const encoder = new TextEncoder()

export function textEntry(name: string, mediaType: string, about: string, text: string): Entry {
  return { name, mediaType, about, content: encoder.encode(text) }
}
