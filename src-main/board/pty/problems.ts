import { ProblemError } from '@contract'

export const helperMissing = (): ProblemError =>
  new ProblemError({
    id: 'pseudo-terminal-helper-missing',
    severity: 'error',
    message: 'A pseudo-terminal needs the program socat, which is not installed',
    where: 'socat',
    tip: 'On Debian and Ubuntu: sudo apt-get install socat. On macOS: brew install socat',
  })

/** The last warning or error in what socat logged. */
const complaint = (said: string): string =>
  [...said.matchAll(/^.*\] [FEW] (.*)$/gm)].at(-1)?.[1] ?? (said.trim() || 'it ended')

/** @param said what the helper wrote before it ended. */
export const helperFailed = (said: string): ProblemError =>
  new ProblemError({
    id: 'pseudo-terminal-failed',
    severity: 'error',
    message: `socat could not make the pseudo-terminal, or lost it: ${complaint(said)}`,
    where: 'socat',
    kept: 'nothing: the virtual board ended with it',
    tip: 'Start it again; --link gives it a path that stays the same',
  })

export const linkTaken = (path: string): ProblemError =>
  new ProblemError({
    id: 'pseudo-terminal-link-taken',
    severity: 'error',
    message: `${path} is there already, and is no link to a terminal`,
    where: path,
    kept: 'it was left as it is',
    tip: 'Choose a path that is free',
  })

export const linkFailed = (path: string, message: string): ProblemError =>
  new ProblemError({
    id: 'pseudo-terminal-link-failed',
    severity: 'error',
    message: `The link could not be made: ${message}`,
    where: path,
    tip: 'Choose a path in a folder that you may write to',
  })
