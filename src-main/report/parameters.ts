import { modelOf, parameterNotes, type RunConfig } from '@contract'
import { html, raw, type Markup } from './html'

export interface ParameterRow {
  path: string
  value: string
  unit: string
  meaning: string
}

/** Pictures are packed into text of megabytes, which is in run.json and nothing to read. */
const LONGEST = 2000

function valueText(value: unknown): string {
  const flat = Array.isArray(value) && value.every((one) => typeof one !== 'object')
  if (flat) return value.join(', ')
  if (typeof value === 'string' && value.length > LONGEST) return `${value.length} characters`
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Every field of the configuration, in its order; adjustments have a table of their own. */
export function parameterRows(config: RunConfig): ParameterRow[] {
  const rows: ParameterRow[] = []
  const spins = modelOf(config) === 'xy'
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [key, inner] of Object.entries(value)) {
        walk(inner, path === '' ? key : `${path}.${key}`)
      }
      return
    }
    const { unit, meaning } = parameterNotes[path] ?? { unit: '', meaning: '' }
    // A contrast of spins is a difference of cosines.
    const bare = unit === '1' || value === null || (spins && unit === 'V²')
    rows.push({ path, value: valueText(value), unit: bare ? '' : unit, meaning })
  }
  for (const [key, value] of Object.entries(config)) {
    if (key !== 'adjustments') walk(value, key)
  }
  return rows
}

export function parameterTable(config: RunConfig): Markup {
  const rows = parameterRows(config).map(
    ({ path, value, unit, meaning }) =>
      html`<tr>
        <td><code>${path}</code></td>
        <td class="value">${value}${raw(unit ? '&#8239;' : '')}${unit}</td>
        <td>${meaning}</td>
      </tr>`,
  )
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Parameter</th>
        <th scope="col">Value</th>
        <th scope="col">Meaning</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`
}
