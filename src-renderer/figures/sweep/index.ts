export * from './csv'
export * from './figure'
export { heatCells } from './heat'
export { signText } from './pairs'
