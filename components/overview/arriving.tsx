import Link from 'next/link';
import { RefreshWhileWaiting } from '@/components/connections/refresh-while-waiting';
import { EmptyState } from '@/components/ui/empty-state';

type Bank = { itemId: string; institutionName: string };

/** A bank is connected and its accounts are not there yet: what happens, and where to watch it. */
export function Arriving({ banks }: { banks: readonly Bank[] }) {
  const [first] = banks;
  const names = banks.map(({ institutionName }) => institutionName).join(' and ');
  const only = banks.length === 1 ? first : undefined;
  return (
    <>
      <EmptyState
        title={`Getting your accounts from ${names}`}
        action={
          <Link
            href={only ? `/settings/connections/${only.itemId}` : '/settings/connections'}
            className="link"
          >
            See the progress
          </Link>
        }
      >
        The first figures usually arrive within a minute, the full history a little later. You can leave this
        page.
      </EmptyState>
      <RefreshWhileWaiting waiting />
    </>
  );
}
