import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rawText } from './rawText'

const root = join(import.meta.dirname, '..')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.vue'))
  .map((file) => join(root, file))

/** Still to be moved to the messages; a file that was is taken off. */
const pending: string[] = []

describe('the text of a template', () => {
  it('is found where it is written plainly', () => {
    const found = (template: string) => rawText(`<template>${template}</template>`)
    expect(found('<p>Ready</p>')).toEqual(['Ready'])
    expect(found('<p title="Ready to go" class="a b" data-testid="c">{{ count }} · 1</p>')).toEqual(
      ['Ready to go'],
    )
    expect(
      found(`<p :aria-label="busy ? 'Busy' : t('a.b')">{{ n > 1 ? 'many ones' : '' }}</p>`),
    ).toEqual(['Busy', 'many ones'])
    expect(
      found(`<Item v-if="kind === 'board'" :label="t('a.label', { kind: of('board') })" />`),
    ).toEqual([])
    expect(found('<p v-for="x in of(`${a} steps`)">{{ `${b} of ${c}` }}</p>')).toEqual([' of '])
  })

  it('comes from the messages', () => {
    const found = files
      .map((file) => ({ file: relative(root, file), texts: rawText(readFileSync(file, 'utf8')) }))
      .filter(({ texts }) => texts.length > 0)
    expect(found.filter(({ file }) => !pending.includes(file))).toEqual([])
    expect(found.map(({ file }) => file)).toEqual(expect.arrayContaining(pending))
  })
})
