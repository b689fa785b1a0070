import fc from 'fast-check'
import { sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assetPath, assetType } from './asset'

const root = ['', 'somewhere', 'app', 'renderer'].join(sep)

describe('the path of a page', () => {
  it('leads to files of the window', () => {
    expect(assetPath(root, 'app://desynclab/')).toBe([root, 'index.html'].join(sep))
    expect(assetPath(root, 'app://desynclab/assets/main-1.js?v=2#top')).toBe(
      [root, 'assets', 'main-1.js'].join(sep),
    )
  })

  it('never leads out of the folder', () => {
    for (const path of [
      '../secret.json',
      '..%2fsecret.json',
      '%2e%2e/secret.json',
      'assets/../../secret.json',
      'assets/%2e%2e%2f%2e%2e%2fsecret.json',
      '..\\secret.json',
      '..%5csecret.json',
      'assets/a.js%00.html',
      '%',
      '%ff.js',
    ]) {
      const file = assetPath(root, `app://desynclab/${path}`)
      if (file !== null) expect(file.startsWith(root + sep)).toBe(true)
    }
  })

  it('never leads out of the folder, whatever the path is made of', () => {
    const part = fc.constantFrom('..', '.', '%2e', '%2f', '/', '\\', '%5c', 'a', '%00', '~', '.js')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const file = assetPath(root, `app://desynclab/${parts.join('')}.js`)
        if (file !== null) expect(file.startsWith(root + sep)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('does not guess a sibling folder of the same beginning', () => {
    expect(assetPath(root, 'app://desynclab/..%2frenderer-secret/a.js')).toBeNull()
  })

  it('refuses other hosts, other schemes and other kinds of file', () => {
    expect(assetPath(root, 'app://elsewhere/index.html')).toBeNull()
    expect(assetPath(root, 'file:///index.html')).toBeNull()
    expect(assetPath(root, 'no address')).toBeNull()
    expect(assetPath(root, 'app://desynclab/run.sh')).toBeNull()
    expect(assetType('page.HTML')).toMatch(/^text\/html/)
  })
})
