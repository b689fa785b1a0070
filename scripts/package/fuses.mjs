import fuses from '@electron/fuses'

const { FuseV1Options, getCurrentFuseWire } = fuses

/** The wire's own letters: '0', '1', and 'r' for a fuse that was taken out. */
const [OFF, ON] = [0x30, 0x31]

/** What a shipped build must say of itself; held by the packaged suite. */
export const SHIPPED_FUSES = {
  RunAsNode: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
}

/**
 * Fuses as they stand in a built executable.
 * @param {string} executable
 * @returns {Promise<[string, 'on' | 'off' | 'absent'][]>}
 */
export async function readFuses(executable) {
  const wire = await getCurrentFuseWire(executable)
  return Object.keys(SHIPPED_FUSES).map((name) => {
    const state = wire[FuseV1Options[/** @type {keyof typeof FuseV1Options} */ (name)]]
    if (state === ON) return [name, 'on']
    return [name, state === OFF ? 'off' : 'absent']
  })
}
