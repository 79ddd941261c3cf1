import { DeadEnd } from '@/components/layout/dead-end';
import { LinkButton } from '@/components/ui/button';

export default function NotFound() {
  return (
    <DeadEnd title="This is not here" action={<LinkButton href="/dashboard">Go to the overview</LinkButton>}>
      It may have been removed, or it belongs to someone else. Nothing of yours was changed.
    </DeadEnd>
  );
}
