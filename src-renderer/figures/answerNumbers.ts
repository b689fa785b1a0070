import type { ConfusionInput } from './confusion'
import type { Numbers } from './numbers'
import type { OutputsInput } from './outputs'

/** How often each class was answered as each. */
export function confusionNumbers({ counts, classes, set }: ConfusionInput): Numbers {
  return {
    columns: [{ name: 'true class' }, { name: 'answer' }, { name: set }],
    rows: Array.from(counts, (count, i) => [
      classes[Math.floor(i / classes.length)],
      classes[i % classes.length],
      count,
    ]),
  }
}

/** Every output of every example with what it should be. */
export function outputNumbers({ outputs, targets, names }: OutputsInput, unit = 'V'): Numbers {
  return {
    columns: [
      { name: 'example' },
      { name: 'output' },
      { name: unit === 'V' ? 'voltage' : 'free phase', unit },
      { name: 'desired', unit },
    ],
    rows: Array.from(outputs, (voltage, i) => [
      Math.floor(i / names.length) + 1,
      names[i % names.length],
      voltage,
      targets[i],
    ]),
  }
}
