import { runConfigSchema, type RunConfigInput } from '@contract'
import { BoardConnection } from '../../board'
import { machineContract } from '../machineContract'
import { lineOf } from './line'
import { BoardMachine } from './machine'

const base: RunConfigInput = {
  machine: { kind: 'board', frameEvery: 1 },
  network: {
    kind: 'penn16',
    roles: { kind: 'given', sources: ['A', 'E'], grounds: ['I'], targets: ['C', 'G'] },
  },
  task: { kind: 'regression' },
  rule: { kind: 'ideal' },
  schedule: { kind: 'bernoulli', probability: 0.5 },
  batch: { size: 3 },
  evaluate: { every: 10 },
}
const config = (changes: Partial<RunConfigInput> = {}) =>
  runConfigSchema.parse({ ...base, ...changes })

const connection = new BoardConnection()
await connection.connect({ kind: 'virtual' })

machineContract('the virtual board', () => new BoardMachine(lineOf(connection)), config())
