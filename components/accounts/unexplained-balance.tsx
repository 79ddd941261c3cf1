import { useWriting } from '#writing';
import Link from 'next/link';
import { MoneyText } from '@/components/ui/money-text';
import type { Culprit, Suspect } from '@/lib/accounts/culprits';
import { culpritSentence } from '@/lib/accounts/unexplained-words';
import type { Day } from '@/lib/core/day';
import { formatDay } from '@/lib/core/format-day';
import { money } from '@/lib/core/money';
import type { ListHref } from '@/lib/transactions/address';

type Props = {
  /** "$12.40 unexplained since Tue 3 Mar" */
  title: string;
  sentence: string;
  culprits: readonly Culprit[];
  today: Day;
  /** The rows of the day on which it began, and older ones. */
  rowsHref: ListHref;
  /** Null for a row that is in no list any more. */
  hrefOf: (row: Suspect) => ListHref | null;
};

/** A part of the balance that no row explains: one quiet line, and what may be behind it for whoever asks. */
export function UnexplainedBalance({ title, sentence, culprits, today, rowsHref, hrefOf }: Props) {
  const writing = useWriting();
  return (
    <details id="unexplained" className="mt-2 max-w-prose text-13 text-ink-3">
      <summary className="inline-flex min-h-11 cursor-pointer items-center hover:text-ink md:min-h-0">
        {title}
      </summary>
      <div className="mt-2 grid gap-3 text-ink-2">
        <p>{sentence} Nothing is changed by it; it goes by itself when the bank sends what is missing.</p>
        {culprits.length > 0 && (
          <ul className="grid gap-3">
            {culprits.map((culprit) => (
              <li key={culprit.kind}>
                <p>{culpritSentence(culprit, { today, writing })}</p>
                {'rows' in culprit &&
                  culprit.rows.map((row) => <Row key={row.id} row={row} today={today} href={hrefOf(row)} />)}
              </li>
            ))}
          </ul>
        )}
        <p>
          <Link href={rowsHref} className="text-accent hover:underline">
            See the transactions of that day and before
          </Link>
        </p>
      </div>
    </details>
  );
}

function Row({ row, today, href }: { row: Suspect; today: Day; href: ListHref | null }) {
  const writing = useWriting();
  const { name, postedDay, amount, currency } = row;
  return (
    <p className="flex items-baseline gap-4 text-ink">
      <span className="min-w-0 flex-1 truncate">
        {href ? (
          <Link href={href} className="hover:text-accent hover:underline">
            {name}
          </Link>
        ) : (
          name
        )}
        <span className="text-ink-3"> {formatDay(postedDay, writing, { today })}</span>
      </span>
      <MoneyText value={money(amount, currency)} kind="flow" />
    </p>
  );
}
