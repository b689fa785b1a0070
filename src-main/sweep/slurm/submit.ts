import { spawnSync } from 'node:child_process'
import { ProblemError } from '@contract'

/**
 * Hands a job script to Slurm.
 * @returns the number of the job
 * @throws ProblemError where there is no Slurm, or it refuses
 */
export function submit(script: string): string {
  const { error, status, stdout, stderr } = spawnSync('sbatch', ['--parsable', script], {
    encoding: 'utf8',
  })
  const refuse = (id: string, message: string, tip: string): ProblemError =>
    new ProblemError({
      id,
      severity: 'error',
      message: message.slice(0, 4000),
      where: script.slice(-500),
      kept: 'The job script, and every result so far.',
      tip,
    })
  if (error !== undefined)
    throw refuse(
      'no-slurm',
      `sbatch cannot be started: ${error.message}`,
      'Submit the script on a computer of the cluster: sbatch, and its name.',
    )
  if (status !== 0)
    throw refuse(
      'slurm-refused',
      `Slurm refused the job: ${stderr.trim()}`,
      'Its options are those after --; see man sbatch.',
    )
  // `number;cluster` where there are several clusters.
  return stdout.trim().split(';')[0]
}
