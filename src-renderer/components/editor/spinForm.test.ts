import { listSettings, type Setting } from '@contract'
import { describe, expect, it } from 'vitest'
import { presets } from '../../stores/presets'
import { check } from './check'
import { sectionsOf, withField, withKind, type Field } from './fields'
import { written } from './written'

const lattice = presets.find(({ id }) => id === 'xy-xor-5x5')?.config

/** Come from files, by their own dialogs: as JSON alone. */
const fromFiles =
  /^network\.(nodes|edges|conductances|places)$|^task\.(columns|rows|inputs|targets)$/
/** Parts of the configuration that spins have. */
const ofSpins = ({ path, needs }: Setting): boolean =>
  /^(network|rule|task|schedule|batch|evaluate|stop|seed|pace)\b/.test(path) &&
  needs.every((need) => !need.startsWith('rule.kind=') || need === 'rule.kind=xy') &&
  needs.every((need) => !need.startsWith('task.kind=') || /=(xor|iris|digits)$/.test(need))

/** The configuration in which a setting exists: every kind that it needs is chosen in the form. */
const chosen = (needs: readonly string[]): unknown =>
  needs.reduce<unknown>((value, need) => {
    const [path, kind] = need.split('=')
    return withKind(value, path.split('.'), kind)
  }, lattice)

const fieldsOf = (value: unknown): Field[] => sectionsOf(value).flatMap(({ fields }) => fields)
const named = (value: unknown, path: string): Field | undefined =>
  fieldsOf(value).find((field) => field.path.join('.') === path)

/** What a field is given that it may have, other than nothing. */
function sample({ kind, choices, fallback, fresh, range }: Field): unknown {
  if (kind === 'choice') return choices.at(-1)
  if (kind === 'flag') return fallback !== true
  if (kind === 'names') return ['r0c0']
  if (kind === 'numbers') return fallback
  if (kind === 'list') return [fresh, fresh]
  if (kind === 'text') return 'name'
  const [, least] = /from (-?[\d.e-]+)/.exec(range) ?? []
  return fallback ?? Number(least ?? 1)
}

describe('the form of spins', () => {
  it.each(listSettings().filter(ofSpins))('offers $path of $needs', (setting) => {
    const { path, needs, shape } = setting
    let value = chosen(needs)
    // A section that may be left out has a switch; its members come with it.
    const section = path.split('.').slice(0, -1)
    const switched = named(value, section.join('.'))
    if (switched?.kind === 'presence') value = withField(value, section, switched.fresh)
    const field = named(value, path)
    if (field === undefined) throw new Error(`${path} is not in the form`)
    if (fromFiles.test(path)) return
    expect(field.kind).not.toBe('json')
    if (shape.enum !== undefined) expect(field.choices).toEqual(shape.enum)
    const to = sample(field)
    const set = path.endsWith('.kind')
      ? withKind(value, field.path, String(to))
      : withField(value, field.path, to)
    expect(named(set, path)?.value).toEqual(to)
    const wrong = check(written(set)).findings.filter(
      ({ pointer }) => pointer === `/${path.replaceAll('.', '/')}`,
    )
    expect(wrong).toEqual([])
  })

  it('takes the layers of a stacked lattice entry by entry, with the defaults of the rest', () => {
    const stacked = withKind(lattice, ['network', 'kind'], 'stacked')
    const path = ['network', 'layers', '0', 'channels']
    expect(named(stacked, path.join('.'))).toMatchObject({ kind: 'number', fallback: 1, value: 4 })
    const set = withField(stacked, path, 2)
    expect(set).toMatchObject({
      network: { layers: [{ channels: 2, window: 4, stride: 2 }], roles: { kind: 'distance' } },
    })
    expect(check(written(set)).findings).toEqual([])
    // Numbers of nodes are no layers of lattices: they do not stay.
    const layered = withField(
      withKind(set, ['network', 'kind'], 'layered'),
      ['network', 'layers'],
      [2, 4, 1],
    )
    const back = withKind(layered, ['network', 'kind'], 'stacked')
    expect(check(written(back)).findings).toEqual([])
  })

  it('has a switch for skip bonds, which takes them out again', () => {
    const path = ['network', 'skips']
    expect(named(lattice, 'network.skips')).toMatchObject({ kind: 'presence', value: false })
    expect(named(lattice, 'network.skips.length')).toBeUndefined()
    const on = withField(lattice, path, named(lattice, 'network.skips')?.fresh)
    expect(on).toMatchObject({ network: { skips: { length: 3, count: 8 } } })
    expect(named(on, 'network.skips.length')?.meaning).not.toBe('')
    expect(withField(on, path, undefined)).toEqual(lattice)
  })
})
