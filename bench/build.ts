import { join } from 'node:path'
import { build } from 'vite'
import { cache } from './references'

const root = join(import.meta.dirname, '..')

/** Bundles our side as the product is bundled. @returns the script to start. */
export async function buildOurs(): Promise<string> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { '@contract': join(root, 'src-preload/contract/index.ts') } },
    build: {
      ssr: join(root, 'bench/ours/main.ts'),
      outDir: join(cache, 'ours'),
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'main.mjs' } },
    },
  })
  return join(cache, 'ours/main.mjs')
}
