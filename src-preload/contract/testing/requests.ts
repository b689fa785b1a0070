import type { z } from 'zod'
import { fitting, shapeOf } from './fitting'
import { mutated } from './hostile'
import type { Draw } from './draw'

/**
 * Requests of a command made from its schema: one that fits it, or nearly, then that one with one to
 * three parts changed. A request that still fits is one, too.
 */
export function requestsOf(schema: z.ZodType, count: number, draw: Draw): unknown[] {
  const shape = shapeOf(schema)
  return Array.from({ length: count }, (_, n) => {
    let request = fitting(shape, draw)
    const changes = n === 0 ? 0 : 1 + draw.below(3)
    for (let i = 0; i < changes; i++) request = mutated(request, draw)
    return request
  })
}
