/** What a person may set about themselves. */
import { z } from 'zod';
import { isOfficial } from '@/lib/core/currency';
import type { Day } from '@/lib/core/day';
import { formatDay } from '@/lib/core/format-day';
import { formatMoney } from '@/lib/core/format-money';
import { money } from '@/lib/core/money';
import { DATE_FORMS, NUMBER_CHOICES, numbersOf, PLAIN } from '@/lib/core/writing';
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

export const formatChange = z.object({
  numberForm: z.enum(NUMBER_CHOICES, 'Choose one from the list.'),
  dateForm: z.enum(DATE_FORMS, 'Choose one from the list.'),
});

type Option = { value: string; label: string };

/** Time zones by region, as this machine knows them, and UTC. */
export function timeZones(): Option[] {
  const names = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  return names.map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}

/** "US Dollar (USD)" */
export function currencies(): Option[] {
  const names = new Intl.DisplayNames('en-US', { type: 'currency' });
  return CURRENCIES.map((value) => ({ value, label: `${names.of(value) ?? value} (${value})` }));
}

/** Each way to write numbers, by the same amount. `here` is the place that the browser asks for. */
export function numberForms(here: string): Option[] {
  const sample = money(1_234_56, 'USD');
  return NUMBER_CHOICES.map((value) => {
    const text = formatMoney(sample, { ...PLAIN, numbers: numbersOf(value, here) }, { symbol: false });
    return { value, label: value === 'locale' ? `As in your browser: ${text}` : text };
  });
}

/** Each way to write a day, by the person's today. */
export function dateForms(today: Day): Option[] {
  return DATE_FORMS.map((value) => ({ value, label: formatDay(today, { dates: value }) }));
}

/** Currencies that banks here may hold, the usual ones first. */
const CURRENCIES = ['USD', 'CAD', 'EUR', 'GBP', 'AUD', 'CHF', 'DKK', 'JPY', 'NOK', 'NZD', 'PLN', 'SEK'];
