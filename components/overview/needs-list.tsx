import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import type { Need } from '@/lib/overview/needs';

/** At most three things that need a person, each with the one thing to do. */
export function NeedsList({ needs }: { needs: readonly Need[] }) {
  return (
    <ul aria-label="Needs you" className="grid gap-2">
      {needs.map(({ key, title, comfort, tone, action }) => (
        <li key={key}>
          <Notice title={title} tone={tone} action={<Link href={placeOf(action.to)}>{action.label}</Link>}>
            {comfort === '' ? undefined : comfort}
          </Notice>
        </li>
      ))}
    </ul>
  );
}

function placeOf({ page, itemId }: Need['action']['to']) {
  if (page === 'debts') return '/debts';
  return itemId === undefined ? '/settings/connections' : (`/settings/connections/${itemId}` as const);
}
