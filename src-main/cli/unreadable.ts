/** Why a file of the user could not be read, in words; the runtime's own for the rare ones. */
const words: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of its path is no folder',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read by this user',
  EPERM: 'it may not be read by this user',
}

export function whyUnreadable(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown)
  const code: unknown = Reflect.get(thrown, 'code')
  return (typeof code === 'string' ? words[code] : undefined) ?? thrown.message
}
