import { clocks } from './clocks'
import { damage } from './damage'
import { discrete } from './discrete'
import { idealCost } from './idealCost'
import { miniBatch } from './miniBatch'
import { onBoard } from './onBoard'
import { speed } from './speed'
import { spinsDesync } from './spins/desync'
import { spinsDistance } from './spins/distance'
import { spinsLocal } from './spins/local'
import { spinsSkips } from './spins/skips'
import type { Lab, NamedStudy, Study } from './study'

export { boardPlan, boardPool, boardRefusals } from './boardPool'
export * from './folder'
export { KeptLab, StudyStopped, type KeptLabParts } from './keptLab'
export { perform, type Performed, type Performing } from './perform'
export type { Lab, NamedStudy }

const named = <Sizes>(study: Study<Sizes>): NamedStudy => ({
  name: study.name,
  title: study.title,
  question: study.question,
  make: (form, lab) => study.make(study.sizes[form], lab),
})

/** In the order of the questions of docs/studies.md. */
export const studies: readonly NamedStudy[] = [
  named(idealCost),
  named(discrete),
  named(miniBatch),
  named(clocks),
  named(damage),
  {
    ...named(speed),
    make: (form, lab, { laboratoryStepS }) => {
      const sizes = speed.sizes[form]
      return speed.make(
        { ...sizes, laboratoryStepS: laboratoryStepS ?? sizes.laboratoryStepS },
        lab,
      )
    },
  },
  named(onBoard),
  named(spinsLocal),
  named(spinsDistance),
  named(spinsSkips),
  named(spinsDesync),
]
