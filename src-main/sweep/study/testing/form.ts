import type { Study } from '../study'

/** What a test runs: shrunken sizes, or with `--mode full` the study's full form. */
export const sizesFor = <Sizes>(study: Study<Sizes>, shrunken: Partial<Sizes>): Sizes =>
  process.env['STUDY_FORM'] === 'full' ? study.sizes.full : { ...study.sizes.quick, ...shrunken }
