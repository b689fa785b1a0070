import type { EChartsOption } from '@figures'
import { SVGRenderer } from 'echarts/renderers'
import { echarts } from './echarts'

echarts.use([SVGRenderer])

const size = { width: 960, height: 540 }

/** A figure as an SVG document. */
export function svgPicture(option: EChartsOption): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size })
  chart.setOption(option)
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

/** A figure as the bytes of a PNG, two pixels per point. */
export function pngPicture(option: EChartsOption, background: string): Uint8Array<ArrayBuffer> {
  const host = document.createElement('div')
  const chart = echarts.init(host, null, { renderer: 'canvas', devicePixelRatio: 2, ...size })
  chart.setOption(option)
  const url = chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: background })
  chart.dispose()
  return Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (char) => char.charCodeAt(0))
}
