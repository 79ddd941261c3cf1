import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** Before the first bank. */
export function NoBudget() {
  return (
    <EmptyState
      title="Nothing to budget yet"
      action={
        <LinkButton href="/settings/connections" variant="primary">
          Connect a bank
        </LinkButton>
      }
    >
      What you spend in each category will stand here, beside the limit you set for it.
    </EmptyState>
  );
}
