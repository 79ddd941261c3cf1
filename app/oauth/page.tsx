import type { Metadata } from 'next';
import { OauthPage } from '@/components/link/oauth-page';
import { requireUserId } from '@/lib/auth';
import { emulatedLinkScript } from '@/lib/link-script';
import { repairDone } from '../(app)/settings/connections/actions';

export const metadata: Metadata = { title: 'Back from your bank' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where a bank's own page sends the person back to (section 5 of the contract). */
export default async function BackFromBankPage({ searchParams }: Props) {
  await requireUserId();
  const { oauth_state_id: stateId } = await searchParams;
  return (
    <main>
      <OauthPage
        script={emulatedLinkScript()}
        stateId={typeof stateId === 'string' ? stateId : null}
        repaired={repairDone}
      />
    </main>
  );
}
