import { describe, expect, it } from 'vitest'
import { latestWins } from './latest'

describe('latestWins', () => {
  it('has one call in flight and then makes only the newest of those that wait', async () => {
    const started: number[] = []
    const finish: (() => void)[] = []
    const call = latestWins(async (n: number) => {
      started.push(n)
      await new Promise<void>((resolve) => finish.push(resolve))
      return n
    })
    const results = [call(1), call(2), call(3)]
    expect(started).toEqual([1])
    finish[0]()
    expect(await results[0]).toBe(1)
    expect(await results[1]).toBeUndefined()
    await Promise.resolve()
    expect(started).toEqual([1, 3])
    finish[1]()
    expect(await results[2]).toBe(3)
  })
})
