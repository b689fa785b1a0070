import { expect, type Locator, type Page } from '@playwright/test'

/** The Live view, by what a user sees and does there. */
export class LivePage {
  readonly start: Locator
  readonly pause: Locator
  readonly problems: Locator
  readonly network: Locator

  constructor(readonly page: Page) {
    this.start = page.getByTestId('start')
    this.pause = page.getByTestId('pause')
    this.problems = page.getByTestId('problems')
    this.network = page.getByTestId('chart-network')
  }

  /** The preset is on the machine and the window says what to do next. */
  async ready(): Promise<void> {
    await expect(this.page.getByTestId('message-ready')).toBeVisible()
    await expect(this.start).toBeEnabled()
  }

  async expectState(state: 'Ready' | 'Running' | 'Paused' | 'Finished' | 'Failed'): Promise<void> {
    // A preset runs for some fifteen seconds at its own pace, longer on a busy machine.
    const timeout = state === 'Finished' ? 50_000 : 10_000
    await expect(this.page.getByTestId('status-state')).toContainText(state, { timeout })
  }

  /** The step at which the run stands: the engine's own, once the window shows it too. */
  async restingSteps(): Promise<number> {
    const record = await this.page.evaluate(() => window.lab.send('record', undefined))
    if (!record.ok) throw new Error(record.problem.message)
    const { steps } = record.value.result
    await expect.poll(() => this.steps()).toBe(steps)
    return steps
  }

  async steps(): Promise<number> {
    const text = await this.page.getByTestId('steps').innerText()
    return Number(text.replace(/\D/g, ''))
  }

  async expectStepsAbove(steps: number): Promise<void> {
    await expect.poll(() => this.steps()).toBeGreaterThan(steps)
  }

  field(name: 'p' | 'b' | 'eta' | 'alpha' | 'level-step' | 'speed' | 'seed'): Locator {
    const id = name === 'seed' ? 'seed' : `${name}-field`
    return this.page.getByTestId(id)
  }

  /** Types a value and leaves the field, as a user does. */
  async set(name: Parameters<LivePage['field']>[0], value: string): Promise<void> {
    const field = this.field(name)
    await field.fill(value)
    await field.press('Enter')
  }

  async dismiss(problem: string): Promise<void> {
    const shown = this.page.getByTestId(`problem-${problem}`)
    await shown.getByRole('button', { name: 'Dismiss' }).click()
    await expect(shown).toHaveCount(0)
  }

  /** Drops a file on the window. */
  async drop(name: string, content: string | { zeros: number }): Promise<void> {
    await this.page.evaluate(
      ([called, what]) => {
        const data = new DataTransfer()
        const part = typeof what === 'string' ? what : new Uint8Array(what.zeros)
        data.items.add(new File([part], called))
        const options = { dataTransfer: data, cancelable: true, bubbles: true }
        window.dispatchEvent(new DragEvent('drop', options))
      },
      [name, content] as const,
    )
  }

  /** Chooses an entry of one of the select boxes by what it says. */
  async choose(box: 'preset' | 'task' | 'schedule', entry: string | RegExp): Promise<void> {
    await this.page.getByTestId(box).click()
    await this.page.getByRole('option', { name: entry }).click()
  }

  /** What a chart says to those who cannot see it. */
  async summary(
    chart: 'loss' | 'conductance' | 'intervals' | 'raster' | 'network',
  ): Promise<string> {
    const inside = this.page.getByTestId(`chart-${chart}`)
    return (await inside.getAttribute('aria-label')) ?? ''
  }
}
