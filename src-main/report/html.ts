import { escapeMarkup } from '@figures'

/** Markup that is safe to put into a page; text becomes it only by `html` or `raw`. */
export class Markup {
  constructor(readonly text: string) {}
}

type Value = string | number | Markup | readonly Markup[]

/** Markup of our own making: never for anything that came from outside. */
export function raw(text: string): Markup {
  return new Markup(text)
}

function render(value: Value): string {
  if (value instanceof Markup) return value.text
  if (typeof value === 'object') return value.map((one) => one.text).join('')
  return escapeMarkup(String(value))
}

/** A template whose values are escaped unless they are markup. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Markup {
  const text = parts.reduce((all, part, i) => all + render(values[i - 1]) + part)
  return new Markup(text)
}
