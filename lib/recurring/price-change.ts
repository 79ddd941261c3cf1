/** Did a bill become dearer? The last amount against the stream's average (REC-8). */

/** Below this share of the average a difference is the usual to and fro. */
const NOTABLE = 0.03;

/**
 * By how many minor units the last bill was dearer than the average, as a positive number; null when it was not,
 * when it came in rather than went out, or when the difference is slight.
 */
export function priceRise(stream: { averageAmount: number; lastAmount: number }): number | null {
  const rise = Math.abs(stream.lastAmount) - Math.abs(stream.averageAmount);
  if (stream.lastAmount >= 0 || rise <= Math.abs(stream.averageAmount) * NOTABLE) return null;
  return rise;
}
