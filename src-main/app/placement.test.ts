import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fitting, smallest, readPlacement, writePlacement } from './placement'

const screen = { x: 0, y: 0, width: 1920, height: 1080 }
const second = { x: 1920, y: 0, width: 1280, height: 1024 }

describe('the place of the window', () => {
  it('stays where it was while that screen is there', () => {
    const bounds = { x: 2000, y: 40, width: 1100, height: 700 }
    expect(fitting(bounds, [screen, second])).toEqual(bounds)
    expect(fitting(bounds, [screen])).toBeNull()
  })

  it('never opens with its title bar out of reach', () => {
    expect(fitting({ x: 100, y: -50, width: 1000, height: 700 }, [screen])).toBeNull()
    expect(fitting({ x: 1850, y: 0, width: 1000, height: 700 }, [screen])).toBeNull()
  })

  it('is no larger than the screen and no smaller than what can be read', () => {
    expect(fitting({ x: 0, y: 0, width: 4000, height: 3000 }, [screen])).toEqual(screen)
    expect(fitting({ x: 0, y: 0, width: 200, height: 100 }, [screen])).toEqual({
      ...screen,
      ...smallest,
    })
  })

  it('is kept in a file, and a damaged file is told and does no harm', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'desynclab-placement-')), 'window.json')
    const said: string[] = []
    const log = (what: string) => void said.push(what)
    expect(readPlacement(file, log)).toBeNull()
    expect(said).toEqual([])
    const placement = { bounds: screen, maximized: true }
    writePlacement(file, placement, log)
    expect(readPlacement(file, log)).toEqual(placement)
    writeFileSync(file, '{"bounds": 3}')
    expect(readPlacement(file, log)).toBeNull()
    expect(said).toHaveLength(1)
  })
})
