import type { Gap, RunFile } from '@contract'
import { formatCount, formatDuration } from '@figures'
import { html, type Markup } from './html'
import { pairs } from './pairs'

type Board = NonNullable<RunFile['board']>

/** Gaps that are listed one by one; run.json has all of them. */
const MOST_LISTED = 50

const reasons: Record<Gap['reason'], string> = {
  unplugged: 'the board was unplugged',
  line: 'frames were lost on the line',
  released: 'the port was given free',
  program: 'the program was started anew',
}

function gapItem({ fromStep, toStep, fromMs, toMs, frames, reason }: Gap): Markup {
  const missing = frames === null ? '' : `, ${formatCount(frames)} frames`
  return html`<li>
    Between step ${formatCount(fromStep)} and step ${formatCount(toStep)}
    (${formatDuration(toMs - fromMs)}${missing}): ${reasons[reason]}.
  </li>`
}

function gapList({ gaps }: Board): Markup {
  if (gaps.length === 0) return html`<p>No gap: every frame that was due arrived.</p>`
  const rest = gaps.length - MOST_LISTED
  return html`<p>Nothing was filled in where frames are missing. The board went on learning.</p>
    <ul>
      ${gaps.slice(0, MOST_LISTED).map(gapItem)}
    </ul>
    ${rest > 0 ? html`<p>And ${formatCount(rest)} more in run.json.</p>` : html``}`
}

function twinRows({ twin }: Board): [string, string][] {
  if (twin === undefined) return []
  const apart =
    twin.apartSince === null
      ? 'not apart at any step that was compared'
      : `apart since step ${formatCount(twin.apartSince)}`
  return [
    [
      'Simulation beside it',
      `at step ${formatCount(twin.step)}: ${twin.rmsEdges.toPrecision(3)} per edge and ${twin.rmsV.toPrecision(3)} V per node (root mean square); ${apart}. It computes in double precision.`,
    ],
  ]
}

/** Who learned, and what of it was seen; nothing for a simulation. */
export function boardSection({ board }: RunFile): Markup {
  if (board === undefined) return html``
  const { device, framesReceived, framesMissed, frameEvery } = board
  const { model, serialNumber, firmware, port } = device
  const every = frameEvery
    .map(({ sinceStep, steps }) => `${formatCount(steps)} from step ${formatCount(sinceStep)}`)
    .join(', ')
  return html`<h2>The board</h2>
    ${pairs([
      ['Board', `${model}, number ${serialNumber}, firmware ${firmware}`],
      ['Port', port === null ? 'in the program itself' : port.path],
      ['Frames', `${formatCount(framesReceived)} received, ${formatCount(framesMissed)} missed`],
      ['Steps between frames', every === '' ? 'not known' : every],
      ...twinRows(board),
    ])}
    ${gapList(board)}`
}

/** How to do the run again. */
export function repeatSection({ board }: RunFile): Markup {
  if (board === undefined)
    return html`<p>
        In the folder of this report, with the same version of Desynclab. An equal hash means an
        equal trajectory, bit for bit.
      </p>
      <pre>npx desynclab run --config run.json</pre>`
  return html`<p>
      On the same kind of board. The hash is that of the last state: boards in bench mode that do
      the same steps have the same, those made of parts have not.
    </p>
    <pre>npx desynclab run --config run.json --board PATH</pre>`
}
