import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Page } from '@/components/layout/page';
import { SettingsNav } from '@/components/settings/settings-nav';
import { ProfileForm } from '@/components/settings/profile-form';
import { SignOutEverywhere } from '@/components/settings/sign-out-everywhere';
import { Section } from '@/components/ui/section';
import { SkeletonRows } from '@/components/ui/skeleton';
import { getProfile } from '@/db/queries/users';
import { requireUserId } from '@/lib/auth';
import { currencies, timeZones } from '@/lib/users/profile';
import { changeProfile, signOutEverywhere } from './actions';

export const metadata: Metadata = { title: 'Profile' };

export default function ProfilePage() {
  return (
    <Page title="Settings" width="prose" actions={<SettingsNav current="/settings/profile" />}>
      <Suspense fallback={<SkeletonRows rows={3} label="Loading your profile" />}>
        <Profile />
      </Suspense>
    </Page>
  );
}

async function Profile() {
  const { email, name, timeZone, currency } = await getProfile(await requireUserId());
  return (
    <div className="grid gap-10">
      <Section title="About you">
        <p className="mb-5 text-14 text-ink-2">Signed in as {email}.</p>
        <ProfileForm
          name={name}
          timeZone={timeZone}
          currency={currency}
          timeZones={timeZones()}
          currencies={currencies()}
          action={changeProfile}
        />
      </Section>
      <Section title="Sessions">
        <SignOutEverywhere action={signOutEverywhere} />
      </Section>
    </div>
  );
}
