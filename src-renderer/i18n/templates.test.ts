import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rawText } from './rawText'

const root = join(import.meta.dirname, '..')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.vue'))
  .map((file) => join(root, file))

/** Still to be moved to the messages; a file that was is taken off. */
const pending: string[] = [
  'charts/AxisControls.vue',
  'charts/ChartTable.vue',
  'charts/ChartTools.vue',
  'charts/ConductanceChart.vue',
  'charts/IntervalChart.vue',
  'charts/LossChart.vue',
  'charts/NetworkChart.vue',
  'charts/OutputChart.vue',
  'charts/Panel.vue',
  'charts/RasterChart.vue',
  'charts/SeriesLegend.vue',
  'charts/TimeOverlay.vue',
  'charts/TwinChart.vue',
  'components/ControlColumn.vue',
  'components/DropCover.vue',
  'components/PresetSelect.vue',
  'components/ProblemBar.vue',
  'components/RunMessage.vue',
  'components/RunOutcome.vue',
  'components/StatusStrip.vue',
  'components/Transport.vue',
  'components/WhatIfDialog.vue',
  'components/board/BoardPanel.vue',
  'components/board/BoardStatus.vue',
  'components/board/ConnectView.vue',
  'components/board/ForeignOffer.vue',
  'components/board/MachineToggle.vue',
  'components/board/PortList.vue',
  'components/board/WhyNoPort.vue',
  'components/console/BoardConsole.vue',
  'components/console/ConsoleInput.vue',
  'components/console/ConsoleLog.vue',
  'components/controls/BatchGroup.vue',
  'components/controls/FrameGroup.vue',
  'components/controls/LearningGroup.vue',
  'components/controls/RecordingGroup.vue',
  'components/controls/RuleGroup.vue',
  'components/controls/ScheduleGroup.vue',
  'components/controls/SeedGroup.vue',
  'components/controls/SpeedGroup.vue',
  'components/controls/TaskGroup.vue',
  'components/docs/DocsPanel.vue',
  'components/editor/ConfigEditor.vue',
  'components/editor/FieldRow.vue',
  'components/editor/JsonPane.vue',
  'components/import/TableColumnRow.vue',
  'components/import/TableDialog.vue',
  'components/import/TablePreview.vue',
  'components/import/TableScaling.vue',
  'components/library/CompareTable.vue',
  'components/library/EmptyLibrary.vue',
  'components/library/LibraryBar.vue',
  'components/library/PurgeDialog.vue',
  'components/library/ReplayBar.vue',
  'components/library/RunActions.vue',
  'components/library/RunDetails.vue',
  'components/library/RunRow.vue',
  'components/library/RunTable.vue',
  'components/library/TagField.vue',
  'components/library/UndoBar.vue',
  'components/network/DamagePopover.vue',
  'components/network/DrawingPopover.vue',
  'components/network/NetworkMenu.vue',
  'components/readouts/PhysicsStrip.vue',
  'components/tour/TourCard.vue',
  'views/Compare.vue',
  'views/Library.vue',
  'views/Live.vue',
]

describe('the text of a template', () => {
  it('is found where it is written plainly', () => {
    const found = (template: string) => rawText(`<template>${template}</template>`)
    expect(found('<p>Ready</p>')).toEqual(['Ready'])
    expect(found('<p title="Ready to go" class="a b" data-testid="c">{{ count }} · 1</p>')).toEqual(
      ['Ready to go'],
    )
    expect(
      found(`<p :aria-label="busy ? 'Busy' : t('a.b')">{{ n > 1 ? 'many ones' : '' }}</p>`),
    ).toEqual(['Busy', 'many ones'])
    expect(
      found(`<Item v-if="kind === 'board'" :label="t('a.label', { kind: of('board') })" />`),
    ).toEqual([])
    expect(found('<p v-for="x in of(`${a} steps`)">{{ `${b} of ${c}` }}</p>')).toEqual([' of '])
  })

  it('comes from the messages', () => {
    const found = files
      .map((file) => ({ file: relative(root, file), texts: rawText(readFileSync(file, 'utf8')) }))
      .filter(({ texts }) => texts.length > 0)
    expect(found.filter(({ file }) => !pending.includes(file))).toEqual([])
    expect(found.map(({ file }) => file)).toEqual(expect.arrayContaining(pending))
  })
})
