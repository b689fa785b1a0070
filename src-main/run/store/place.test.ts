import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { chooseStore, storeDirectory, storeOf } from './place'
import { clean, folder } from './testing/lab'

afterEach(clean)

const home = join('/', 'home', 'ada')

describe('the folder of runs', () => {
  it('lies in the data folder that each system has for applications', () => {
    const of = (platform: NodeJS.Platform, environment: NodeJS.ProcessEnv = {}) =>
      storeDirectory(environment, platform, home)
    expect(of('linux')).toBe(join(home, '.config', 'desynclab', 'runs'))
    expect(of('linux', { XDG_CONFIG_HOME: '/etc/ada' })).toBe(join('/etc/ada', 'desynclab', 'runs'))
    expect(of('darwin')).toBe(join(home, 'Library', 'Application Support', 'desynclab', 'runs'))
    expect(of('win32')).toBe(join(home, 'AppData', 'Roaming', 'desynclab', 'runs'))
    expect(of('win32', { APPDATA: 'D:\\data' })).toBe(join('D:\\data', 'desynclab', 'runs'))
  })

  it('is the one that the window was told, for the command line too', () => {
    const config = folder()
    const data = join(config, 'desynclab')
    mkdirSync(data)
    const elsewhere = join(config, 'elsewhere')
    chooseStore(data, elsewhere)
    expect(storeOf(data, {})).toBe(elsewhere)
    expect(storeDirectory({ XDG_CONFIG_HOME: config }, 'linux', home)).toBe(elsewhere)
  })

  it('is the one of the variable before any other', () => {
    const data = folder()
    chooseStore(data, join(data, 'elsewhere'))
    expect(storeOf(data, { DESYNCLAB_STORE: '/mine' })).toBe('/mine')
    expect(storeOf(data, { DESYNCLAB_STORE: '' })).toBe(join(data, 'elsewhere'))
  })

  it.each(['', 'no JSON', '{}', '{"directory": "not/absolute"}', '{"directory": "/a", "more": 1}'])(
    'is the usual one where the choice cannot be read: %s',
    (text) => {
      const data = folder()
      writeFileSync(join(data, 'store.json'), text)
      expect(storeOf(data, {})).toBe(join(data, 'runs'))
    },
  )
})
