import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ProblemError } from '@contract'
import { describe, expect, test } from 'vitest'
import { numberAnswer, textAnswer } from './link/answers'
import { SerialTransport } from './transports/serial'
import { emulatedTransport, firmware, hostTransport, onPseudoTerminal } from './testing/firmware'
import { openBoard, runSteps } from './testing/open'
import { allostery } from './testing/penn16'
import { upload } from './upload'

const full = import.meta.env.MODE === 'full'
const inFirmware = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { cwd: firmware.folder, encoding: 'utf8' })
const prebuilt = (name: string): string =>
  readFileSync(join(firmware.folder, 'prebuilt', name), 'latin1')

describe('the firmware', () => {
  test('passes its unit tests, and those of the rig on mocked registers', () => {
    expect(inFirmware('build/unit')).toContain('passed')
    expect(inFirmware('build/rig-test')).toContain('passed')
  })

  test('survives random, mutated and cut messages under sanitizers', () => {
    const runs = full ? 20_000_000 : 1_000_000
    const said = inFirmware('build/fuzz', String(runs), '1')
    process.stdout.write(`firmware: ${said.trim()}\n`)
    expect(said).toContain(`${runs} messages`)
  })

  test('comes prebuilt, with checksums that hold', () => {
    const sums = prebuilt('SHA256SUMS').trim().split('\n')
    expect(sums).toHaveLength(2)
    for (const line of sums) {
      const [sum, name] = line.split(/ +/)
      expect(createHash('sha256').update(prebuilt(name), 'latin1').digest('hex')).toBe(sum)
    }
  })

  test('is what its sources give, as far as the compiler is the same', () => {
    const sameCompiler = inFirmware('avr-gcc', '-dumpversion').startsWith('5.4')
    for (const kind of ['bench', 'rig']) {
      const built = readFileSync(join(firmware.folder, `build/${kind}.hex`), 'latin1')
      const shipped = prebuilt(`desynclab-${kind}-mega2560.hex`)
      if (sameCompiler) expect(built === shipped).toBe(true)
      else expect(Math.abs(built.length - shipped.length) / shipped.length).toBeLessThan(0.2)
    }
  })
})

describe('the size of the firmware', () => {
  test('is printed by make size, and leaves a stack', () => {
    const sizes = [...inFirmware('make', '-s', 'size').matchAll(/(Program|Data): +(\d+) bytes/g)]
    const of = (what: string) =>
      sizes.filter(([, name]) => name === what).map(([, , bytes]) => Number(bytes))
    expect(of('Program')).toHaveLength(2)
    for (const bytes of of('Program')) expect(bytes).toBeLessThan(256 * 1024)
    for (const bytes of of('Data')) expect(bytes).toBeLessThan(8192 - 1024)
  })
})

describe('settings on the emulated chip', () => {
  test('are refused and told, because it has no EEPROM', async () => {
    const { client } = await openBoard(emulatedTransport())
    await client.command('SYST:SER "lab-7"')
    await expect(client.command('*SAV 0')).rejects.toThrow('-240,"Hardware error')
    expect(textAnswer('', await client.query('SYST:SER?'))).toBe('"lab-7"')
    expect(textAnswer('', await client.query('DIAG:RES?'))).toBe('POWER')
    await client.close()
  })
})

describe('a slow line', () => {
  test('never slows the learning: what has no room is dropped, counted and leaves a gap', async () => {
    const { client, capability, frames } = await openBoard(hostTransport('--rate', '11520'))
    await upload(client, allostery, capability)
    await client.command('TEL:INT 1;STAT ON')
    await runSteps(client, 20_000)
    const dropped = Number(numberAnswer('TEL:DROP?', await client.query('TEL:DROP?')))
    const { sequence, step } = frames[frames.length - 1]
    expect(dropped).toBeGreaterThan(15_000)
    expect(frames.length + dropped).toBe(20_000)
    expect(step).toBe(sequence + 1)
    frames.forEach((frame, i) => {
      if (i > 0) expect(frame.sequence).toBeGreaterThan(frames[i - 1].sequence)
    })
    await client.close()
  })

  test('gets an interval of its own, which every frame names', async () => {
    const { client, capability, frames } = await openBoard(hostTransport('--rate', '11520'))
    await upload(client, allostery, capability)
    await client.command('TEL:INT 0;STAT ON')
    await runSteps(client, 100_000)
    const { interval } = frames[0]
    expect(interval).toBeGreaterThan(1)
    for (const frame of frames) expect(frame.interval).toBe(interval)
    for (const { step } of frames.slice(0, -1)) expect(step % interval).toBe(0)
    await client.close()
  })
})

describe('a serial port', () => {
  test('that is not there is a problem of its own', async () => {
    const open = new SerialTransport('/dev/no-such-port').open({
      data: () => undefined,
      closed: () => undefined,
    })
    await expect(open).rejects.toMatchObject({ problem: { id: 'serial-port-missing' } })
  })

  test('that somebody else has is a problem of its own', async () => {
    const { path, stop } = await onPseudoTerminal(firmware.host, ['--pty'])
    const first = await openBoard(new SerialTransport(path))
    const second = openBoard(new SerialTransport(path))
    await expect(second).rejects.toMatchObject({ problem: { id: 'serial-port-busy' } })
    await first.client.close()
    stop()
  })

  test('that is unplugged says so once, and takes no command any more', async () => {
    const { path, stop } = await onPseudoTerminal(firmware.host, ['--pty'])
    const { client, lost } = await openBoard(new SerialTransport(path))
    stop()
    while (lost.length === 0) await new Promise((done) => setTimeout(done, 5))
    await expect(client.command('INIT')).rejects.toBeInstanceOf(ProblemError)
    await new Promise((done) => setTimeout(done, 50))
    expect(lost).toHaveLength(1)
  })

  test('that was closed leaves the board learning, and it is picked up where it is', async () => {
    const { path, stop } = await onPseudoTerminal(firmware.host, ['--pty'])
    const first = await openBoard(new SerialTransport(path))
    await upload(first.client, allostery, first.capability)
    await first.client.command('TRIG:COUN INF;:INIT')
    const before = Number(numberAnswer('', await first.client.query('RUN:STEP?')))
    await first.client.close()
    const { client } = await openBoard(new SerialTransport(path))
    expect(textAnswer('', await client.query('RUN:STAT?'))).toBe('LEARN')
    expect(Number(numberAnswer('', await client.query('RUN:STEP?')))).toBeGreaterThan(before)
    await client.close()
    stop()
  })
})
