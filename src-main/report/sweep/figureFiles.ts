import type { SweepFigure } from '@contract'
import { sweepFigureCsv } from '@figures'
import { svgPng } from '../png'
import { sweepSvg } from './figureSvg'

/** A name of a file out of words. */
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)

/** Each figure as a vector, as a picture, and as the numbers in it; in their order by name. */
export async function figureFiles(
  figures: readonly SweepFigure[],
): Promise<Record<string, string | Uint8Array>> {
  const files: Record<string, string | Uint8Array> = {}
  for (const [i, figure] of figures.entries()) {
    const name = `figure-${String(i + 1).padStart(2, '0')}-${slug(figure.title)}`
    const svg = sweepSvg(figure)
    files[`${name}.svg`] = svg
    files[`${name}.png`] = await svgPng(svg)
    files[`${name}.csv`] = sweepFigureCsv(figure)
  }
  return files
}
