import about from './about'
import actions from './actions'
import board from './board'
import charts from './charts'
import columns from './columns'
import compare from './compare'
import console from './console'
import controls from './controls'
import docs from './docs'
import editor from './editor'
import explain from './explain'
import header from './header'
import library from './library'
import limits from './limits'
import live from './live'
import names from './names'
import network from './network'
import palette from './palette'
import physics from './physics'
import presence from './presence'
import pictures from './pictures'
import preset from './preset'
import problems from './problems'
import replay from './replay'
import shape from './shape'
import spins from './spins'
import status from './status'
import study from './study'
import sweep from './sweep'
import table from './table'
import terms from './terms'
import tour from './tour'
import whatIf from './whatIf'

export default {
  about,
  actions,
  board,
  charts,
  columns,
  compare,
  console,
  controls,
  docs,
  editor,
  explain,
  header,
  library,
  limits,
  live,
  names,
  network,
  palette,
  physics,
  presence,
  pictures,
  preset,
  problems,
  replay,
  shape,
  spins,
  status,
  study,
  sweep,
  table,
  terms,
  tour,
  whatIf,
} as const
