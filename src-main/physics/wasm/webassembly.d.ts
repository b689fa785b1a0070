import type { Kernels } from './instance'

/** The part of the JavaScript API of WebAssembly that the physics uses; it has no DOM library. */
declare global {
  namespace WebAssembly {
    class Memory {
      constructor(descriptor: { initial: number; maximum?: number })
      readonly buffer: ArrayBuffer
      grow(pages: number): number
    }
    class Module {
      constructor(bytes: Uint8Array<ArrayBuffer>)
    }
    class Instance {
      constructor(module: Module, imports: { env: { memory: Memory } })
      /** What the module exports; its form is that of `wasm/assembly/index.ts`. */
      readonly exports: Kernels
    }
    function validate(bytes: Uint8Array<ArrayBuffer>): boolean
  }
}
