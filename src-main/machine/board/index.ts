export { stateOfFrame } from './frameState'
export { lineOf, type BoardLine } from './line'
export { BoardMachine } from './machine'
