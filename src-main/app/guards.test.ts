import { describe, expect, it } from 'vitest'
import { isAllowedExternal } from './external'
import { contentSecurityPolicy, withNonce } from './policy'
import { isOwnFrame } from './sender'

describe('the list of links that may open', () => {
  it('has papers and data over https', () => {
    expect(isAllowedExternal('https://doi.org/10.1103/PhysRevApplied.18.014040')).toBe(true)
    expect(isAllowedExternal('https://archive.ics.uci.edu/dataset/53/iris')).toBe(true)
  })

  it('has nothing else', () => {
    for (const url of [
      'http://doi.org/x',
      'https://doi.org.example.com/',
      'https://evil.com/doi.org',
      'https://user:secret@doi.org/',
      'https://doi.org:8443/',
      'https://sub.doi.org/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://doi.org/share',
      '',
    ])
      expect(isAllowedExternal(url), url).toBe(false)
  })
})

describe('the sender of a command', () => {
  const frame = (url: string, parent: null | object = null) =>
    ({ url, parent }) as Parameters<typeof isOwnFrame>[0]

  it('is the main frame of the own page', () => {
    expect(isOwnFrame(frame('app://desynclab/index.html'), null)).toBe(true)
    expect(isOwnFrame(frame('http://localhost:5173/'), 'http://localhost:5173')).toBe(true)
  })

  it('is nobody else', () => {
    expect(isOwnFrame(null, null)).toBe(false)
    expect(isOwnFrame(frame('app://desynclab/index.html', {}), null)).toBe(false)
    for (const url of [
      'app://elsewhere/',
      'https://doi.org/',
      'about:blank',
      '',
      'http://localhost:5173/',
    ])
      expect(isOwnFrame(frame(url), null), url).toBe(false)
    expect(isOwnFrame(frame('app://desynclab/'), 'http://localhost:5173')).toBe(false)
  })
})

describe('the content security policy', () => {
  it('allows nothing by default, and nothing inline or evaluated', () => {
    const policy = contentSecurityPolicy('abc')
    expect(policy.split('; ')[0]).toBe("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(policy).toContain("style-src 'self' 'nonce-abc'")
  })

  it('tells the page its nonce', () => {
    expect(withNonce('<html><head><title>x</title>', 'abc')).toContain(
      '<head><meta property="csp-nonce" nonce="abc">',
    )
  })
})
