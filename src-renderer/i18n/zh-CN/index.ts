import header from './header'
import palette from './palette'
import terms from './terms'

export default { header, palette, terms } as const
