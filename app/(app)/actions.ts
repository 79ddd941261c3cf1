'use server';

import { keepAppearance } from '@/lib/appearance';

/** Masks every amount in this browser, or shows them again: `hidden` is "on" or "off". Changes nothing of the person's. */
export async function hideAmounts(form: FormData): Promise<void> {
  await keepAppearance('hidesAmounts', form.get('hidden') === 'on');
}
