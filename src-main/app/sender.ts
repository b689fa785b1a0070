import type { WebFrameMain } from 'electron'
import { APP_ORIGIN } from './asset'

/** Whether a message comes from the main frame of the app's own page. */
export function isOwnFrame(
  frame: Pick<WebFrameMain, 'parent' | 'url'> | null,
  developmentUrl: string | null,
): boolean {
  if (frame === null || frame.parent !== null || !URL.canParse(frame.url)) return false
  const { protocol, host, origin } = new URL(frame.url)
  if (developmentUrl !== null) return origin === new URL(developmentUrl).origin
  return `${protocol}//${host}` === APP_ORIGIN
}
