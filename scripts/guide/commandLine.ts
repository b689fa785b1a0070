import { main } from '../../src-main/cli/program'
import type { Output } from '../../src-main/cli/output'
import { MADE } from './markdown'

async function helpOf(...path: string[]): Promise<string> {
  let said = ''
  const output: Output = {
    out: (text) => void (said += `${text}\n`),
    err: (text) => void (said += text),
    columns: null,
    interrupted: () => false,
  }
  await main([...path, '--help'], output)
  return said.trimEnd()
}

/** What every command says of itself. */
export async function commandLinePage(): Promise<string> {
  const whole = await helpOf()
  const names = [...whole.slice(whole.indexOf('\nCommands:')).matchAll(/^ {2}([a-z][a-z-]*) /gm)]
    .map(([, name]) => name)
    .filter((name) => name !== 'help')
  const commands = await Promise.all(
    names.map(async (name) => `## ${name}\n\n\`\`\`text\n${await helpOf(name)}\n\`\`\``),
  )
  return `# Command line

${MADE}

\`npx desynclab\` in the folder of the project, \`desynclab\` where the package is installed. It is the engine of the window in plain Node, and needs no display.

\`\`\`text
${whole}
\`\`\`

${commands.join('\n\n')}
`
}
