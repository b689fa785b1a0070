import { expect, test } from 'vitest'
import { processOutput } from './output'

const errorOf = (code: string) => Object.assign(new Error(`write ${code}`), { code })

test('a reader that goes away ends no command, while any other fault of the streams does', () => {
  const streams = [process.stdout, process.stderr]
  const before = streams.flatMap((stream) => stream.listeners('error'))
  processOutput()
  expect(process.stdout.emit('error', errorOf('EPIPE'))).toBe(true)
  expect(() => process.stdout.emit('error', errorOf('EIO'))).toThrow('EIO')
  for (const stream of streams)
    for (const listener of stream.listeners('error'))
      if (!before.includes(listener)) stream.off('error', listener as () => void)
})
