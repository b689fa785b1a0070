/**
 * How many of the 16 digits of a voltage rounding may take at this condition number, in words.
 * @param condition 1 or more; Infinity where the network could not be factored
 */
export function lostDigits(condition: number): string {
  if (condition === Infinity) return 'all'
  let digits = 0
  for (let rest = condition; rest >= 10; rest /= 10) digits++
  return digits >= 16 ? 'all' : `about ${digits}`
}
