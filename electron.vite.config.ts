import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'

const here = import.meta.dirname
const alias = {
  '@contract': resolve(here, 'src-preload/contract/index.ts'),
  '@figures': resolve(here, 'src-renderer/figures/index.ts'),
}

// The floor is Electron 33 (Node 20, Chromium 130), the oldest runtime that the set-up can hand out.
export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      target: 'node20',
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          index: resolve(here, 'src-main/index.ts'),
          engine: resolve(here, 'src-main/engine/process.ts'),
          cli: resolve(here, 'src-main/cli/main.ts'),
        },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      target: 'node20',
      outDir: 'out/preload',
      // A sandboxed preload can only be one CommonJS file that requires nothing but Electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve(here, 'src-preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(here, 'src-renderer'),
    resolve: { alias },
    plugins: [vue()],
    // Of vue-i18n only what the window uses; the messages are interpreted, never evaluated.
    define: {
      __VUE_I18N_FULL_INSTALL__: 'false',
      __VUE_I18N_LEGACY_API__: 'false',
      __INTLIFY_PROD_DEVTOOLS__: 'false',
      __INTLIFY_DROP_MESSAGE_COMPILER__: 'false',
    },
    build: {
      target: 'chrome130',
      outDir: resolve(here, 'out/renderer'),
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { input: resolve(here, 'src-renderer/index.html') },
    },
  },
})
