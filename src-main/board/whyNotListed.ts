import type { Problem } from '@contract'

const cable = 'Many USB cables only charge: try one that carries data, and another socket.'
const everywhere = [
  cable,
  'A port that another program holds is listed, but cannot be opened: close it there.',
]

const reasons: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    cable,
    'Look at `dmesg` right after plugging in: no line means no data from the cable; a line without ttyACM or ttyUSB means no driver.',
    'Opening it takes the group dialout: `sudo usermod -aG dialout $USER`, then log in again.',
    'On Debian and Ubuntu, brltty takes boards with a CH340 for a Braille display: remove brltty.',
    'Ports are read from udev: within a container the device has to be handed in, and its path typed.',
    'Pseudo-terminals (/dev/pts/3) are never listed: type their path.',
  ],
  win32: [
    ...everywhere,
    'Boards with a CH340 or CP2102 need their maker\'s driver: look for "unknown device" in the device manager.',
  ],
  darwin: [
    ...everywhere,
    'Boards with a CH340 or CP2102 may need their maker\'s driver, allowed under "Privacy & Security".',
    'Take the path that begins with /dev/tty.usb or /dev/cu.usb.',
  ],
}

/** Why a port may be missing on the list, one reason a line: to be read when one is. */
export const whyNotListed = (platform: NodeJS.Platform): Problem => ({
  id: 'port-not-listed',
  severity: 'info',
  message: 'Only ports that the operating system knows are listed.',
  tip: (reasons[platform] ?? everywhere).join('\n'),
})
