'use server';

import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { updateProfile } from '@/db/queries/users';
import { userAction } from '@/lib/action';
import { keepAppearance } from '@/lib/appearance';
import { localeFrom } from '@/lib/users/locale';
import { formatChange } from '@/lib/users/profile';
import { refuseDemo } from '../own-settings';

/** "As in your browser" is a place, remembered, so that every device writes alike. */
export const changeFormats = userAction(formatChange, async (userId, change) => {
  await refuseDemo(userId);
  const locale = localeFrom((await headers()).get('accept-language'));
  await updateProfile(userId, { ...change, ...(locale === null ? {} : { locale }) });
  refresh();
  return 'Saved.';
});

export async function setDensity(form: FormData): Promise<void> {
  await keepAppearance('isDense', form.get('dense') === 'on');
}
