import { figureTheme, fileFont, type EChartsOption } from '@figures'
import { CustomChart, LineChart, ScatterChart } from 'echarts/charts'
import {
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
} from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

echarts.use([
  CustomChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
  SVGRenderer,
])

/**
 * Without a canvas nothing can measure text. 0.62 em per character fits the widest of the fonts
 * that a reader may have (DejaVu Sans), so that no legend runs over the edge; a CJK glyph is 1 em.
 */
function textWidth(text: string, font = ''): number {
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12)
  const ems = [...text].reduce((sum, c) => sum + (c >= '\u2e80' ? 1 : 0.62), 0)
  return ems * size
}

echarts.setPlatformAPI({ measureText: (text, font) => ({ width: textWidth(text, font) }) })

/** The light theme in fonts that a reader's system has. */
export const reportTheme = figureTheme(false, fileFont)

/** Draws a figure as SVG without a window. */
export function chartSvg(option: EChartsOption, width: number, height: number): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(option)
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}
