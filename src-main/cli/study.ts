import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { StudyForm, StudyResult } from '@contract'
import { formatDuration, formatScientific } from '@figures'
import { studyReportPage, writeStudyBeside } from '../report/study'
import {
  noteWorked,
  openStudyFolder,
  perform,
  studies,
  StudyStopped,
  type NamedStudy,
  type StudyStamp,
} from '../sweep/study'
import { usageError } from './fail'
import { table, type Output } from './output'
import { printHtml } from './print'
import { labOf, onBoard, simulation, type Counting, type Means } from './study-lab'
import { thisVersion } from './versions'

interface StudyOptions {
  quick?: true
  full?: true
  out?: string
  board?: string
  baud?: string
  labStep?: string
  json?: true
}

const about = `
Every study ends in a verdict made of its numbers, whatever a paper says, and with --out in a folder:
report.html and report.pdf, its figures (SVG, PNG, CSV), every run, and the plans to run again. With
--out every run is on the disk when it is counted: after Ctrl-C, a crash or a reboot the same command
goes on with what is missing.

Examples:
  $ desynclab study                                  the studies and what they ask
  $ desynclab study discrete --out discrete          its quick form: minutes on two cores
  $ desynclab study ideal-cost --full --out cost     more seeds
  $ desynclab study speed --lab-step 0.1             against a laboratory step of 0.1 ms
  $ desynclab study board --board virtual            on a board

Exit codes:
  0    the study was made: its verdict may be that a claim does not come out
  1    runs failed
  130  Ctrl-C ended it; with --out the runs so far are kept`

/** `desynclab study [NAME]`: a question with figures, statistics and a verdict. */
export function registerStudy(
  program: Command,
  output: Output,
  exit: (code: number) => void,
): void {
  program
    .command('study [name]')
    .description('answer one of the questions about desynchronous learning, with statistics')
    .option('--quick', 'few seeds: minutes on two cores (default)')
    .option('--full', 'more seeds')
    .option('--out <dir>', 'keep the runs and write the report there; the same again goes on')
    .option('--board <port>', 'for the study board: virtual, or the path of a serial port')
    .option('--baud <rate>', 'of that port (default 115200)')
    .option('--lab-step <ms>', 'for the study speed: time of a step in the laboratory, ms')
    .option('--json', 'print the result as one line of JSON')
    .addHelpText('after', about)
    .action(async (name: string | undefined, options: StudyOptions) => {
      if (name === undefined) return output.out(listText())
      exit(await study(chosen(name), options, output))
    })
}

const listText = (): string =>
  table(
    studies.map(({ name, title, question }) => [name, `${title}\n${' '.repeat(14)}${question}`]),
  )

/** @throws ProblemError */
function chosen(name: string): NamedStudy {
  const study = studies.find((one) => one.name === name)
  if (study !== undefined) return study
  const names = studies.map((one) => one.name).join(', ')
  throw usageError('unknown-study', `there is no study '${name}'`, 'study', `allowed: ${names}`)
}

/** @throws ProblemError */
function formOf({ quick, full }: StudyOptions): StudyForm {
  if (quick && full)
    throw usageError('two-forms', '--quick and --full exclude each other', 'study', 'leave one out')
  return full ? 'full' : 'quick'
}

/** Seconds. @throws ProblemError */
function laboratoryStep(study: NamedStudy, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const ms = Number(text)
  if (study.name !== 'speed')
    throw usageError(
      'not-of-this-study',
      '--lab-step is of the study speed',
      '--lab-step',
      'leave it out',
    )
  if (ms > 0 && ms <= 1e6) return ms / 1000
  throw usageError(
    'bad-value',
    `'${text}' is no time of a step`,
    '--lab-step',
    'allowed: above 0 to 1000000',
  )
}

async function study(study: NamedStudy, options: StudyOptions, output: Output): Promise<number> {
  const form = formOf(options)
  const laboratoryStepS = laboratoryStep(study, options.labStep)
  const { desynclab, node, platform } = thisVersion()
  const { means, machine, close } = await laboratory(study, options)
  const startMs = Date.now()
  let begun: Begun | null = null
  let end = (): void => undefined
  try {
    begun = begin(study, form, laboratoryStepS, machine, options)
    const { lab, close: endLab } = labOf(begun?.folder ?? null, means, output, progress(output))
    end = endLab
    const performed = await perform(study, {
      form,
      settings: laboratoryStepS === undefined ? {} : { laboratoryStepS },
      lab,
      machine,
      again: againText(study, form, options),
      versions: { desynclab, node, platform },
      nowMs: () => Date.now(),
      ...(begun === null ? {} : { begun: begun.stamp }),
    })
    const { result } = performed
    if (begun !== null) {
      const pdf = await printHtml(() => studyReportPage(result))
      if (pdf.content === null) output.err(`desynclab: the report has no PDF: ${pdf.why}\n`)
      await writeStudyBeside(begun.folder, performed, pdf)
    }
    output.out(options.json ? JSON.stringify(result) : resultText(result, begun?.folder ?? null))
    return result.failed > 0 ? 1 : 0
  } catch (thrown) {
    if (thrown instanceof StudyStopped) return 130
    throw thrown
  } finally {
    end()
    if (begun !== null) noteWorked(begun.folder, Date.now() - startMs)
    await close()
  }
}

interface Begun {
  folder: string
  stamp: StudyStamp
}

/** The folder of the study before its runs: nobody waits an hour to learn that it is taken. */
function begin(
  { name }: NamedStudy,
  form: StudyForm,
  laboratoryStepS: number | undefined,
  machine: string,
  { out }: StudyOptions,
): Begun | null {
  if (out === undefined) return null
  const folder = resolve(out)
  const identity = { study: name, form, laboratoryStepS: laboratoryStepS ?? null, machine }
  return { folder, stamp: openStudyFolder(folder, identity) }
}

interface Laboratory {
  means: Means
  machine: string
  close(): Promise<void>
}

/** @throws ProblemError */
async function laboratory(
  { name }: NamedStudy,
  { board, baud }: StudyOptions,
): Promise<Laboratory> {
  if (name !== 'board') {
    if (board !== undefined)
      throw usageError(
        'not-of-this-study',
        '--board is of the study board',
        '--board',
        'leave it out',
      )
    return { means: simulation, machine: 'simulation', close: async () => undefined }
  }
  if (board === undefined)
    throw usageError(
      'board-not-named',
      'this study is on a board',
      'study board',
      'name one with --board PATH or --board virtual',
    )
  // Loaded here: the serial port's native module is for those who have a board.
  const { openBoard, targetOf } = await import('./board')
  const opened = await openBoard(targetOf(board, baud))
  return { means: onBoard(opened.machine), machine: opened.identity, close: opened.close }
}

/** How far it is, where somebody watches. */
function progress(output: Output): Counting {
  let [name, ended, all] = ['', 0, 0]
  const show = () => {
    if (output.columns !== null) output.err(`\r\u001b[K${name}: ${ended} of ${all} runs`)
    if (output.columns !== null && ended === all) output.err('\r\u001b[K')
  }
  return {
    plan(plan, runs, done) {
      ;[name, ended, all] = [plan, done, runs]
      show()
    },
    run() {
      ended++
      show()
    },
  }
}

const againText = ({ name }: NamedStudy, form: StudyForm, { board, baud, labStep }: StudyOptions) =>
  [
    `desynclab study ${name} --${form}`,
    ...(board === undefined ? [] : [`--board ${board}`]),
    ...(baud === undefined ? [] : [`--baud ${baud}`]),
    ...(labStep === undefined ? [] : [`--lab-step ${labStep}`]),
    `--out ${name}`,
  ].join(' ')

function resultText(result: StudyResult, out: string | null): string {
  const { title, form, machine, runs, tookMs, verdict, criteria, gaps } = result
  const mark = new Map<boolean | null, string>([
    [true, 'yes '],
    [false, 'NO  '],
    [null, '    '],
  ])
  const value = (number: number | null) => (number === null ? '–' : formatScientific(number))
  return [
    title,
    `${form} form, ${runs} runs, ${machine}, ${formatDuration(tookMs)}`,
    '',
    verdict.sentence,
    '',
    ...criteria.map(
      ({ name, value: measured, needed, holds }) =>
        `${mark.get(holds) ?? ''}${name}: ${value(measured)}${needed === null ? '' : ` (${needed})`}`,
    ),
    ...(gaps.length === 0 ? [] : ['', 'Missing:', ...gaps]),
    ...(out === null ? [] : ['', `Report: ${out}`]),
  ].join('\n')
}
