// For those who follow a machine's errors without watching every step of it.
export { PlateauDetector } from '../physics'
