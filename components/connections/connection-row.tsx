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
    <li className="relative flex items-center gap-4 border-t border-line py-3 first:border-0 hover:bg-hover/60">
      <Initials name={name} logo={logo} className="size-10 text-13" />
      <div className="min-w-0 flex-1">
        <Link
          href={`/settings/connections/${id}` as Route}
          className="font-medium after:absolute after:inset-0"
        >
          {name}
        </Link>
        <p className="text-13 text-ink-3">
          {accounts} · {freshness}
        </p>
        {status.label !== 'Connected' && (
          <p className="mt-0.5 text-13 text-ink-2">
            {status.sentence} {status.detail}
          </p>
        )}
      </div>
      <Badge tone={status.tone === 'calm' ? 'accent' : status.tone}>{status.label}</Badge>
    </li>
  );
}
