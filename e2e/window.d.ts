import type { Lab } from '../src-preload/contract'

declare global {
  interface Window {
    readonly lab: Lab
  }
}
