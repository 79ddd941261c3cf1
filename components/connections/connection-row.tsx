import type { Route } from 'next';
import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Initials } from '@/components/ui/initials';
import type { ConnectionText } from '@/lib/connections/describe';

type Props = {
  id: string;
  name: string;
  logo: string | null;
  status: ConnectionText;
  /** "9 accounts". */
  accounts: string;
  /** "Bank reached 2 hours ago". */
  freshness: string;
};

/** One bank in the list; the whole row opens its page. */
export function ConnectionRow({ id, name, logo, status, accounts, freshness }: Props) {
  return (
    <li className="relative grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-4 border-t border-line py-3 first:border-0 hover:bg-hover/60">
      <Initials name={name} logo={logo} className="size-10 text-13" />
      <div>
        <Link
          href={`/settings/connections/${id}` as Route}
          className="font-medium after:absolute after:inset-0"
        >
          {name}
        </Link>
        <p className="text-13 text-ink-3">
          {accounts} · {freshness}
        </p>
      </div>
      <Badge tone={status.tone === 'calm' ? 'accent' : status.tone}>{status.label}</Badge>
      {status.label !== 'Connected' && (
        <p className="col-span-2 col-start-2 mt-0.5 text-13 text-ink-2">
          {status.sentence} {status.detail}
        </p>
      )}
    </li>
  );
}
