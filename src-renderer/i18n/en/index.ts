import header from './header'
import palette from './palette'

// One file per area of the window; its messages are named once, here.
export default { header, palette } as const
