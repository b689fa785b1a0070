import { ProblemError } from '@contract'

/** @param file its name, without folders */
export function refusePictures(
  id: string,
  message: string,
  file: string,
  tip: string,
): ProblemError {
  const kept = 'The present run is as it was.'
  return new ProblemError({ id, severity: 'error', message, where: file, kept, tip })
}
