import header from './header'
import palette from './palette'

export default { header, palette } as const
