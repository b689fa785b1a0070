export { curveColumns, runColumns, type Column } from './columns'
export { columnsCsv, columnsJson, columnsParquet, tableFor } from './table'
