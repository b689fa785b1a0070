/** Hosts that links of the app lead to: papers and the origin of the data. */
const HOSTS = ['doi.org', 'arxiv.org', 'archive.ics.uci.edu', 'creativecommons.org']

/** Whether a link may open in the user's browser. */
export function isAllowedExternal(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, port, username, password } = new URL(url)
  return (
    protocol === 'https:' &&
    HOSTS.includes(hostname) &&
    port === '' &&
    username === '' &&
    password === ''
  )
}
