import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { Lesson } from './guide/lesson'
import { hurry, inSight, median, picture, press, scientific, sweepFigures } from './guide/window'
import { expect, test } from './lab'

const cli = resolve(import.meta.dirname, '../out/main/cli.js')
const plain = (text: string) => text.replace(/\s/g, ' ')

for (const { language, file, suffix } of [
  { language: 'English', file: 'lesson.md', suffix: '' },
  { language: 'Chinese', file: 'zh/lesson.md', suffix: '-zh' },
])
  test(`a newcomer who does what the lesson says, and nothing else, reaches its end, in ${language}`, async ({
    live,
    page,
  }) => {
    const lesson = new Lesson(file)
    const shot = (name: string) => picture(page, `lesson-${name}${suffix}`)
    const says = (text: string) => expect(lesson.says(text), `the lesson says ${text}`).toBe(true)
    if (language === 'Chinese') await page.getByTestId('language').click()
    const tabs = page.getByRole('navigation').first()
    const choosePreset = async (name: string) => {
      await page.getByTestId('preset').click()
      await page.getByRole('option', { name }).click()
      await expect(page.getByTestId('preset')).toContainText(name)
      await live.ready()
    }
    const learn = async (finished: string): Promise<void> => {
      await hurry(page)
      const state = page.getByTestId('status-state')
      await expect(state).toContainText(finished, { timeout: 50_000 })
    }
    const result = page.getByTestId('message-finished')
    // The state may be there a frame before the last numbers.
    const saysOf = (found: RegExp, unit: string) =>
      expect(async () => {
        const [number] = found.exec(plain(await result.innerText())) ?? ['nothing']
        says(`${number} ${unit}`)
      }).toPass({ timeout: 5000 })

    // A network learns.
    await choosePreset(lesson.name())
    await press(page, lesson.name())
    await inSight(page, lesson.name())
    await inSight(page, lesson.name())
    await expect(live.field('p')).toHaveValue(lesson.value())
    await inSight(page, lesson.name())
    await learn(lesson.name())
    await saysOf(/[\d.]+(?= ?%)/, '%')
    await shot('iris')

    // Edges with levels.
    await choosePreset(lesson.name())
    await inSight(page, lesson.name())
    await expect(live.field('p')).toHaveValue(lesson.value())
    await press(page, lesson.name())
    await inSight(page, lesson.name())
    await learn(lesson.name())
    await saysOf(/[\d.]+×10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/, 'V²')
    await shot('levels')

    // The same with a clock.
    await press(page, lesson.name())
    const ask = page.getByTestId('what-if')
    await inSight(ask, lesson.name())
    await page.getByTestId('what-if-field').selectOption({ label: lesson.value() })
    await page.getByTestId('what-if-value').fill(lesson.value())
    await press(ask, lesson.name())
    await expect(ask).toHaveCount(0)
    await inSight(page, lesson.name())
    await learn(lesson.name())
    await saysOf(/[\d.]+×10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/, 'V²')
    const observe = ['run', '--preset', 'allostery-penn16-discrete', '--observe', '--quiet']
    const told = execFileSync(process.execPath, [
      cli,
      ...observe,
      '--set',
      'schedule.kind=synchronous',
    ])
    const [, period, from] = /of (\d+) steps, from step (\d+)/.exec(String(told)) ?? []
    expect(period).toBe('2')
    says(from)
    await press(tabs, lesson.name())
    await press(page, lesson.name())
    await page.getByTestId('compare').getByText(lesson.name(), { exact: true }).click()
    await shot('compare')

    // One task proves nothing.
    await press(tabs, lesson.name())
    const sweeps = page.getByTestId('sweep')
    await press(sweeps, lesson.name())
    const form = page.getByRole('dialog')
    await inSight(form, lesson.name())
    await expect(page.getByTestId('axis-field-1')).toHaveValue(lesson.value())
    await page.getByTestId('axis-values-1').fill(lesson.value())
    await inSight(form, lesson.name())
    await page.getByTestId('sweep-seeds').fill(lesson.value())
    await page.getByTestId('sweep-seeds').press('Tab')
    await inSight(form, lesson.name())
    await page.getByTestId('sweep-stop-kind').selectOption({ label: lesson.value() })
    await page.getByTestId('sweep-stop-number').fill(lesson.value())
    await page.getByTestId('sweep-stop-number').press('Tab')
    await press(form, lesson.name())
    const state = page.getByTestId('sweep-state')
    await expect(state).toHaveText(lesson.name(), { timeout: 60_000 })
    await expect(page.getByTestId('sweep-done')).toContainText('200')
    await inSight(sweeps, lesson.name())
    await page.getByTestId('sweep-measure').selectOption({ label: lesson.value() })
    await expect(page.getByTestId('sweep-pairs')).toBeVisible()
    await shot('sweep')
    for (const figure of await sweepFigures(page, 'lateTrain')) {
      if (figure.kind === 'spread') {
        const [[free25, clock1]] = figure.series.map(({ groups }) =>
          groups.map(({ values }) => values.map(({ value }) => value)),
        )
        says(scientific(median(free25)))
        says(scientific(median(clock1)))
        // The lesson has these in words: as many tasks cannot be learned with p = 0.25 as with p = 1.
        const unlearned = [free25, clock1].map((all) => all.filter((value) => value > 0.1).length)
        expect(unlearned).toEqual([18, 18])
      }
      if (figure.kind === 'pairs') {
        says(figure.groups[0].median.toFixed(2))
        expect(figure.groups[0].high).toBeLessThan(1)
      }
    }
    await inSight(sweeps, lesson.name())
    await page.getByTestId('sweep-measure').selectOption({ label: lesson.value() })
    const best = await sweepFigures(page, 'bestTrain')
    for (const figure of best) if (figure.kind === 'pairs') says(figure.groups[0].median.toFixed(3))
    expect(best.map(({ kind }) => kind)).toContain('pairs')
    expect(lesson.rest(), 'nothing of the lesson is left').toBe('')
  })
