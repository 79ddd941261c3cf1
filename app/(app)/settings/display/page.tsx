import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { Suspense } from 'react';
import { Page } from '@/components/layout/page';
import { ThemeChoice } from '@/components/layout/theme-choice';
import { FormatsForm } from '@/components/settings/formats-form';
import { SettingsNav } from '@/components/settings/settings-nav';
import { SwitchForm } from '@/components/settings/switch-form';
import { Section } from '@/components/ui/section';
import { SkeletonRows } from '@/components/ui/skeleton';
import { getProfile } from '@/db/queries/users';
import { getAppearance } from '@/lib/appearance';
import { requireUserId } from '@/lib/auth';
import { getToday } from '@/lib/today';
import { localeFrom } from '@/lib/users/locale';
import { dateForms, numberForms } from '@/lib/users/profile';
import { hideAmounts } from '../../actions';
import { changeFormats, setDensity } from './actions';

export const metadata: Metadata = { title: 'Display' };

export default function DisplayPage() {
  return (
    <Page title="Settings" width="prose" actions={<SettingsNav current="/settings/display" />}>
      <div className="grid gap-10">
        <Suspense fallback={<SkeletonRows rows={3} label="Loading your settings" />}>
          <Formats />
        </Suspense>
        <Suspense fallback={<SkeletonRows rows={3} label="Loading your settings" />}>
          <ThisDevice />
        </Suspense>
      </div>
    </Page>
  );
}

async function Formats() {
  const userId = await requireUserId();
  const [profile, today, asked] = await Promise.all([getProfile(userId), getToday(userId), headers()]);
  const here = localeFrom(asked.get('accept-language')) ?? profile.locale;
  return (
    <Section title="How figures are written">
      <FormatsForm
        numberForm={profile.numberForm}
        dateForm={profile.dateForm}
        numberForms={numberForms(here)}
        dateForms={dateForms(today)}
        action={changeFormats}
      />
    </Section>
  );
}

/** What a phone and a desk may have each for itself. */
async function ThisDevice() {
  const { hidesAmounts, isDense } = await getAppearance();
  return (
    <Section title="On this device">
      <div className="grid max-w-md gap-5">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <span className="text-14">Theme</span>
          <ThemeChoice />
        </div>
        <SwitchForm
          name="dense"
          isOn={isDense}
          label="Dense rows"
          hint="Rows stand closer where you use a mouse. On touch they keep their room."
          action={setDensity}
        />
        <SwitchForm
          name="hidden"
          isOn={hidesAmounts}
          label="Hide amounts"
          hint="Every amount becomes •••. Shares, rates and dates stay, and so do exports."
          action={hideAmounts}
        />
      </div>
    </Section>
  );
}
