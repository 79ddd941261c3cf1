import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** The first visit, before any bank. */
export function Welcome() {
  return (
    <EmptyState
      title="Start with one bank"
      action={
        <LinkButton href="/settings/connections" variant="primary" size="lg">
          Connect a bank
        </LinkButton>
      }
    >
      Net worth, this month's spending and what is due next will be here within a minute of connecting. Your
      bank's own sign-in is used; Evenkeel can look, never move money.
    </EmptyState>
  );
}
