/** Why is there nothing to show of a product: no bank, not there yet, not offered, or failed for now? */

export type Absence = 'no-bank' | 'on-the-way' | 'not-available' | 'failed' | 'none';

/** The state that explains most to the person, from the states of all their banks. */
export function absenceOf(states: readonly { state: string }[], hasBank: boolean): Absence {
  if (!hasBank) return 'no-bank';
  const has = (state: string) => states.some((row) => row.state === state);
  if (states.length === 0 || has('waiting')) return 'on-the-way';
  if (has('ready')) return 'none';
  return has('failed') ? 'failed' : 'not-available';
}
