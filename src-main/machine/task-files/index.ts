export { readTable, tableTask, type NumberTable, type WantedColumn } from './table'
export { examplesTable } from './examples'
