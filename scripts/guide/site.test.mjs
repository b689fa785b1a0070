import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { checkSite } from './site.mjs'

const site = mkdtempSync(join(tmpdir(), 'desynclab-site-'))
afterEach(() => rmSync(site, { recursive: true }))

test('a page that loads from elsewhere, a lost picture and a link to no heading are found', () => {
  mkdirSync(join(site, 'zh'))
  writeFileSync(join(site, 'there.png'), '')
  writeFileSync(join(site, 'style.css'), 'a { background: url("https://example.org/x.png") }')
  writeFileSync(
    join(site, 'index.html'),
    `<link rel="stylesheet" href="https://example.org/font.css"><img src="/there.png">
     <img src="/lost.png"><h2 id="here">Here</h2><a href="#here">1</a><a href="#gone">2</a>
     <a href="https://doi.org/10#x">3</a>`,
  )
  writeFileSync(
    join(site, 'zh', 'page.html'),
    '<a href="/index.html#here">1</a><a href="../index.html#lost">2</a>',
  )
  expect(checkSite(site)).toEqual({
    pages: 2,
    pictures: 2,
    problems: [
      'index.html loads https://example.org/font.css',
      'index.html shows /lost.png, which is not there',
      'index.html leads to index.html#gone, which is not there',
      'zh/page.html leads to index.html#lost, which is not there',
      'style.css loads https://example.org/x.png',
    ],
  })
})
