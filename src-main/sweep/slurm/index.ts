export { shardsLeft } from './array'
export { jobScript, shellWord, SLURM } from './script'
export { submit } from './submit'
