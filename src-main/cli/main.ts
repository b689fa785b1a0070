import { processOutput } from './output'
import { main } from './program'

process.exitCode = await main(process.argv.slice(2), processOutput())
