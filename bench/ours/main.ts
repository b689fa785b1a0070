// The process of one of our contenders: main.ts JOB NETWORK P [BATCH EXAMPLES]
import { problem } from '../networks'
import { eventsJob } from './events'
import { frontsJob } from './fronts'
import { lanesJob } from './lanes'
import { serve, type Job } from './serve'
import { typescriptJob, webassemblyJob } from './stream'

const [job, network, p, batch = '1', examples = '1'] = process.argv.slice(2)
const numbers = [Number(p), Number(batch), Number(examples)] as const

const jobs: Record<string, () => Job> = {
  typescript: () => typescriptJob(problem(network), ...numbers),
  webassembly: () => webassemblyJob(problem(network), ...numbers),
  events: () => eventsJob(problem(network)),
  fronts: () => frontsJob(problem(network), numbers[0]),
  lanes: () => lanesJob(problem(network), numbers[0]),
}

await serve(jobs[job]())
