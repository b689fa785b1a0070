import type { EChartsOption } from '@figures'
import { useSettings } from '../stores/settings'
import { echarts } from './echarts'

/** Pixels of a picture per pixel of the window: sharp in print at half its size. */
const scale = 2

/** The same on the window's background: a picture has no window behind it. */
const opaque = (option: EChartsOption): EChartsOption => ({
  ...option,
  backgroundColor: useSettings().theme.background,
})

/** A figure as an SVG document of that size, px. */
export function svgOf(option: EChartsOption, width: number, height: number): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(opaque(option))
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}

/** A figure as a PNG of twice that size. @throws Error if the canvas cannot be encoded */
export async function pngOf(option: EChartsOption, width: number, height: number): Promise<Blob> {
  const chart = echarts.init(document.createElement('canvas'), null, {
    renderer: 'canvas',
    devicePixelRatio: scale,
    width,
    height,
  })
  try {
    chart.setOption(opaque(option))
    return await blobOf(chart.renderToCanvas({ pixelRatio: scale }))
  } finally {
    chart.dispose()
  }
}

/** A canvas as a PNG. @throws Error if it cannot be encoded */
export function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The picture could not be encoded.'))
      else resolve(blob)
    }, 'image/png')
  })
}
