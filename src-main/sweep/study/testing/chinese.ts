import { chineseOf } from '../../../../src-renderer/i18n/chinese'

/** Names of people, of methods and of options, units and formulas, which every language has. */
const proper =
  /arXiv|Bernoulli|Brent|diag|et al|Frobenius|--lab-step|ms|Wang|Wanjura|Marquardt|Wilson|Wycoff/g

/** Texts that the window could not say in Chinese, or not wholly. */
export const unsaid = (texts: readonly string[]): string[] =>
  [...new Set(texts)].filter((text) =>
    /[A-Za-z]{2}/.test(chineseOf(text)?.replaceAll(proper, '') ?? text),
  )
