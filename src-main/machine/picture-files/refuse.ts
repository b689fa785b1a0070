import { PRESENT_RUN_KEPT, ProblemError } from '@contract'

/** @param file its name, without folders */
export function refusePictures(
  id: string,
  message: string,
  file: string,
  tip: string,
): ProblemError {
  return new ProblemError({
    id,
    severity: 'error',
    message,
    where: file,
    kept: PRESENT_RUN_KEPT,
    tip,
  })
}
