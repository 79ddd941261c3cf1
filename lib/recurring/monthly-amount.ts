/** What does a stream come to in a month? (REC-8) */

/** How often a rhythm comes in a year, and how people say it. */
const RHYTHMS: Record<string, { perYear: number; words: string }> = {
  weekly: { perYear: 52, words: 'Every week' },
  biweekly: { perYear: 26, words: 'Every two weeks' },
  'semi-monthly': { perYear: 24, words: 'Twice a month' },
  monthly: { perYear: 12, words: 'Every month' },
  annually: { perYear: 1, words: 'Every year' },
};

/** The amount per month, in the sign it came in, rounded to the minor unit; null for an unknown rhythm. */
export function monthlyAmount(amount: number, frequency: string): number | null {
  const rhythm = RHYTHMS[frequency];
  if (!rhythm) return null;
  return Math.sign(amount) * Math.round((Math.abs(amount) * rhythm.perYear) / 12);
}

/** "Every month"; "No steady rhythm" for what Plaid does not know. */
export function rhythmInWords(frequency: string): string {
  return RHYTHMS[frequency]?.words ?? 'No steady rhythm';
}
