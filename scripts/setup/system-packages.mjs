/**
 * Debian's packages by what needs them. A need is a list of names for one thing: the first is
 * its name since the 64-bit time transition (Debian 13, Ubuntu 24.04), the last the one before.
 * @type {Record<string, string[][]>}
 */
export const NEEDS = {
  electron: [
    ['libgtk-3-0t64', 'libgtk-3-0'],
    ['libnss3'],
    ['libasound2t64', 'libasound2'],
    ['libgbm1'],
  ],
  display: [['xvfb']],
  // The deb and the zip; what their test uses to answer dialogs and to watch for connections.
  package: [['dpkg'], ['zip'], ['unzip'], ['xdotool'], ['strace']],
  ngspice: [['ngspice']],
  board: [
    ['gcc'],
    ['libc6-dev'],
    ['make'],
    ['gcc-avr'],
    ['avr-libc'],
    ['qemu-system-misc'],
    ['socat'],
    // Foreign clients of the board: examples/.
    ['python3-serial'],
    ['python3-pyvisa'],
    ['python3-pyvisa-py'],
    ['python3-pymeasure'],
  ],
  // A cluster of one node, in a folder of the test.
  slurm: [['slurm-wlm'], ['munge']],
  // Reads a bundle as its README says.
  record: [['python3-pandas']],
}

/**
 * @param {string[]} needs keys of `NEEDS`
 * @param {Set<string>} installed package names
 * @param {boolean} newNames whether this release has the names of the transition
 * @returns {string[]} the packages to install, each once
 */
export function missingPackages(needs, installed, newNames) {
  const wanted = needs
    .flatMap((need) => NEEDS[need])
    .filter((names) => !names.some((name) => installed.has(name)))
    .map((names) => (newNames ? names[0] : names[names.length - 1]))
  return [...new Set(wanted)]
}

/** @param {string[]} needs every name that may answer one of them */
export const allNames = (needs) => [...new Set(needs.flatMap((need) => NEEDS[need].flat()))]
