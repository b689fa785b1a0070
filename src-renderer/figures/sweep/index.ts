export { csvText, sweepFigureCsv, type CsvRow } from './csv'
export * from './figure'
export { heatCells } from './heat'
export { sweepFigureTable } from './table'
