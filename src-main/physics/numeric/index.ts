export { exponential } from './exponential'
export { logarithm } from './logarithm'
export { power } from './power'
export { cosine, largestAngle, sine } from './trigonometry'
