import { expect, type Locator, type Page } from '@playwright/test'
import type { BoardState, Gap } from '../../src-preload/contract'

type Presence = BoardState['presence']

/** Boards in the window, by what a user sees and does there. */
export class BoardPage {
  readonly status: Locator
  readonly said: Locator
  readonly connectView: Locator
  readonly console: Locator
  readonly input: Locator

  constructor(readonly page: Page) {
    this.status = page.getByTestId('board-status')
    this.said = page.getByTestId('board-said')
    this.connectView = page.getByTestId('connect-view')
    this.console = page.getByTestId('console')
    this.input = page.getByTestId('console-input')
  }

  async toHardware(): Promise<void> {
    await this.page.getByTestId('machine-board').click()
  }

  async toSimulation(): Promise<void> {
    await this.page.getByTestId('machine-simulated').click()
  }

  async connectVirtual(): Promise<void> {
    await this.page.getByTestId('connect-virtual').click()
  }

  async connect(path: string): Promise<void> {
    // A list that comes moves what is below it.
    await expect(this.page.getByTestId('ports-refresh')).toBeEnabled()
    await this.page.getByTestId('port-path').fill(path)
    await this.page.getByTestId('port-connect').click()
  }

  async expectPresence(presence: Presence | RegExp, timeout = 15_000): Promise<void> {
    const sign = this.status.locator('[data-presence]')
    await expect(sign).toHaveAttribute('data-presence', presence, { timeout })
  }

  /** The board as the engine knows it. */
  async state(): Promise<BoardState> {
    const outcome = await this.page.evaluate(() => window.lab.send('board', undefined))
    if (!outcome.ok) throw new Error(outcome.problem.message)
    return outcome.value
  }

  /** What the present run missed. */
  async gaps(): Promise<Gap[]> {
    const outcome = await this.page.evaluate(() => window.lab.send('present', undefined))
    if (!outcome.ok) throw new Error(outcome.problem.message)
    return outcome.value?.gaps ?? []
  }

  /** Asks the board itself, past the console. */
  async ask(text: string): Promise<string[]> {
    const outcome = await this.page.evaluate(
      (message) => window.lab.send('boardSend', { text: message }),
      text,
    )
    if (!outcome.ok) throw new Error(outcome.problem.message)
    return outcome.value.answers
  }

  /** Every message that the app sent, of the log's bounded past. */
  async sent(): Promise<string[]> {
    const outcome = await this.page.evaluate(() => window.lab.send('boardLog', { after: -1 }))
    if (!outcome.ok) throw new Error(outcome.problem.message)
    const { entries } = outcome.value
    return entries.filter(({ direction }) => direction === 'sent').map(({ text }) => text)
  }

  async openConsole(): Promise<void> {
    await this.page.getByTestId('console-toggle').click()
    await expect(this.input).toBeFocused()
  }

  async say(text: string): Promise<void> {
    await this.input.fill(text)
    await this.input.press('Enter')
  }

  /** Lines of the console's log, without their times. */
  async lines(): Promise<string[]> {
    return this.page.getByTestId('console-log').locator('.words').allInnerTexts()
  }
}
