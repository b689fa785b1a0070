import header from './header'
import palette from './palette'
import terms from './terms'

// One file per area of the window; its messages are named once, here.
export default { header, palette, terms } as const
