import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { generate } from './wasm.mjs'

const committed = resolve(import.meta.dirname, '../src-main/physics/wasm/bytes.ts')

test('The committed WebAssembly module is what its AssemblyScript source compiles to.', async () => {
  expect(await generate()).toBe(await readFile(committed, 'utf8'))
})
