import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** Before the first bank. */
export function NoAccounts() {
  return (
    <EmptyState
      title="No accounts yet"
      action={
        <LinkButton href="/settings/connections" variant="primary">
          Connect a bank
        </LinkButton>
      }
    >
      Checking, savings, cards, loans and investments will stand here with their balances.
    </EmptyState>
  );
}
