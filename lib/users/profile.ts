/** What a person may set about themselves. */
import { z } from 'zod';
import { isOfficial } from '@/lib/core/currency';
import { timeZone } from './schema';

export const profileChange = z.object({
  name: z
    .string()
    .trim()
    .max(80, 'Use at most 80 characters.')
    .transform((name) => (name === '' ? null : name)),
  timeZone,
  currency: z.string().refine(isOfficial, 'Choose a currency from the list.'),
});

/** Time zones by region, as this machine knows them, and UTC. */
export function timeZones(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')];
}

/** Currencies that banks here may hold, the usual ones first. */
export const CURRENCIES = [
  'USD',
  'CAD',
  'EUR',
  'GBP',
  'AUD',
  'CHF',
  'DKK',
  'JPY',
  'NOK',
  'NZD',
  'PLN',
  'SEK',
];
