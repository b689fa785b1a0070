/** Names of the channels between the window and the main process. */
export const channels = {
  command: 'lab:command',
  event: 'lab:event',
  /** The window asks for a port of frames. */
  openFrames: 'lab:open-frames',
  /** The main process hands one out. */
  frames: 'lab:frames',
} as const
