import { useSettings } from '../stores/settings'
import { numbersCsv, numbersTable, type FigureTable, type Numbers } from '@figures'

/**
 * What a panel offers of a figure's numbers.
 * @param read the numbers in view; null: there are none yet
 * @param whole what the file has, where that is not just what the table has
 */
export function asNumbers(
  read: () => Numbers | null,
  whole: () => Numbers | null = read,
): { table(): FigureTable | null; csv(): Promise<string | null> } {
  return {
    table() {
      const now = read()
      return now && numbersTable(now, useSettings().theme.words)
    },
    async csv() {
      const now = whole()
      return now && numbersCsv(now)
    },
  }
}
