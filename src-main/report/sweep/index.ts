import type { SweepFigure } from '@contract'

export { curveColumns, runColumns, type Column } from './columns'
export { columnsCsv, columnsJson, columnsParquet, tableFor } from './table'

/** Each figure as SVG, PNG and CSV. The charts are loaded when they are asked for: 0.2 s. */
export async function figureFiles(
  figures: readonly SweepFigure[],
): Promise<Record<string, string | Uint8Array>> {
  const { figureFiles: files } = await import('./figureFiles')
  return files(figures)
}
