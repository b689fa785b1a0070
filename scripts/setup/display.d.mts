export function hasDisplay(env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform): boolean
export function startVirtualDisplay(): Promise<{
  env: NodeJS.ProcessEnv
  stop: () => Promise<void>
}>
