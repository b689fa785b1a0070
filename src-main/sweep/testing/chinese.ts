import { chineseOf } from '../../../src-renderer/i18n/chinese'

/** Names of people and methods, units and formulas, and what is typed: the same in every language. */
const proper = [
  /arXiv|Bernoulli|Brent|diag|Frobenius|Marquardt|Wang|Wanjura|Wilson|Wycoff|\bet al\b|\bms\b/g,
  /desynclab \w+|--[a-z][a-z-]*|docs\/|\w+(\.\w+)+|\b(base|error|linear|plateau|simulated|updates)\b/g,
]
const isWhole = (chinese: string): boolean =>
  !/[A-Za-z]{2}/.test(proper.reduce((text, names) => text.replaceAll(names, ''), chinese))

/** Texts that the window could not say in Chinese, or not wholly. */
export const unsaid = (texts: readonly string[]): string[] =>
  [...new Set(texts)].filter((text) => {
    const chinese = chineseOf(text)
    return chinese === null || !isWhole(chinese)
  })
