import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { Absence } from '@/lib/products/absence';

type Props = {
  absence: Absence;
  /** "holdings", "recurring payments". */
  what: string;
  /** What will be here, in a sentence. */
  promise: string;
};

/** An empty page of one product, with the reason and the one next step. */
export function NothingHere({ absence, what, promise }: Props) {
  if (absence === 'no-bank') {
    return (
      <EmptyState title={`No ${what} yet`} action={<Connections primary>Connect a bank</Connections>}>
        {promise}
      </EmptyState>
    );
  }
  if (absence === 'on-the-way') {
    return (
      <EmptyState title="On their way" action={<Connections>See the progress</Connections>}>
        {`Your bank has not sent any ${what} yet. ${promise}`}
      </EmptyState>
    );
  }
  if (absence === 'failed') {
    return (
      <EmptyState title="Not reached this time" action={<Connections>See your connections</Connections>}>
        {`Your bank did not answer when we asked for ${what}. We ask again by ourselves.`}
      </EmptyState>
    );
  }
  const reason = absence === 'none' ? `Your banks report no ${what}.` : `Your banks do not share ${what}.`;
  return (
    <EmptyState title={`No ${what} here`} action={<Connections>Connect another bank</Connections>}>
      {`${reason} ${promise}`}
    </EmptyState>
  );
}

function Connections({ children, primary = false }: { children: string; primary?: boolean }) {
  return (
    <LinkButton href="/settings/connections" {...(primary ? { variant: 'primary' as const } : {})}>
      {children}
    </LinkButton>
  );
}
