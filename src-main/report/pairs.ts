import { html, type Markup } from './html'

/** Names and values as a table of two columns. */
export function pairs(rows: [string, string | Markup][]): Markup {
  const cells = rows.map(
    ([name, value]) =>
      html`<tr>
        <th scope="row">${name}</th>
        <td>${value}</td>
      </tr>`,
  )
  return html`<table class="pairs">
    <tbody>
      ${cells}
    </tbody>
  </table>`
}
