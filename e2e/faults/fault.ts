/**
 * Marks a test that injects a fault: the fault suite runs it and counts it in its table.
 * @param what the fault, in a few words
 * @param times how often it is injected
 */
export const fault = (what: string, times: number) => ({
  tag: '@fault',
  annotation: { type: 'fault', description: `${times} ${what}` },
})
