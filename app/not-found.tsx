import { DeadEnd } from '@/components/layout/dead-end';
import { LinkButton } from '@/components/ui/button';

export default function NotFound() {
  return (
    <main>
      <DeadEnd
        title="There is no such page"
        action={
          <LinkButton href="/dashboard" variant="primary">
            Go to the overview
          </LinkButton>
        }
      >
        The address may be mistyped, or what it led to was removed. Nothing of yours was changed.
      </DeadEnd>
    </main>
  );
}
