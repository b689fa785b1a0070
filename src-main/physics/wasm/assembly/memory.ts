// Typed access to the arena that ../arena.ts lays out. Addresses are bytes; no bounds are checked.

export function word(base: usize, i: i32): i32 {
  return load<i32>(base + ((<usize>i) << 2))
}

/** Address of number i of an array of f64. */
export function number(base: usize, i: i32): usize {
  return base + ((<usize>i) << 3)
}

/** Address of pair i of an array of (f64, f64). */
export function pair(base: usize, i: i32): usize {
  return base + ((<usize>i) << 4)
}

/** a - l b on two numbers at once: two roundings each, never fused. */
export function minus(a: v128, l: v128, b: v128): v128 {
  return f64x2.sub(a, f64x2.mul(l, b))
}

/** From so many bytes on a call out of the module is little beside the fill that it makes. */
const LARGE: usize = 8192

/** Clears bytes; a multiple of 16. */
export function clear(at: usize, bytes: usize): void {
  if (bytes >= LARGE) {
    memory.fill(at, 0, bytes)
    return
  }
  const zero = i64x2.splat(0)
  for (const end = at + bytes; at < end; at += 16) v128.store(at, zero)
}
