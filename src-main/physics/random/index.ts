export { Draws } from './draws'
export { logNormal } from './logNormal'
export {
  FIRST,
  GOLDEN,
  RandomStream,
  SECOND,
  purposes,
  row0Of,
  row1Of,
  threshold,
  type Purpose,
} from './stream'
