/**
 * One plain line for each thing that the set-up does.
 * @typedef {(topic: string, text: string) => void} Say
 */

/** @type {Say} */
export const sayOnStdout = (topic, text) => void process.stdout.write(`${topic}: ${text}\n`)

/** For commands whose standard output belongs to somebody else. @type {Say} */
export const sayOnStderr = (topic, text) => void process.stderr.write(`${topic}: ${text}\n`)

/** @param {number} bytes */
export const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`
