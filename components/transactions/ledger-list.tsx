import { DayText } from '@/components/ui/day-text';
import { MoneyText } from '@/components/ui/money-text';
import type { Day } from '@/lib/core/day';
import type { LedgerDay } from '@/lib/transactions/ledger';
import type { FormAction } from '@/components/ui/form-action';
import type { ListHref } from '@/lib/transactions/address';
import { type Transaction, TransactionLine } from './transaction-line';

type Props = {
  days: readonly LedgerDay<Transaction>[];
  today: Day;
  home: string;
  openId: string | null;
  hrefOf: (id: string) => ListHref;
  changeCategory: FormAction;
};

/** A ledger: day heads that stay in sight, and one line per transaction. */
export function LedgerList({ days, today, home, openId, hrefOf, changeCategory }: Props) {
  return days.map(({ day, sums, rows }) => (
    <section key={day} aria-labelledby={`day-${day}`}>
      <header className="sticky top-0 z-10 flex items-baseline justify-between gap-4 border-b border-line bg-paper pt-5 pb-2 text-13 text-ink-3">
        <h2 id={`day-${day}`}>
          <DayText value={day} today={today} form="long" />
        </h2>
        <p className="flex gap-4">
          {homeFirst(sums, home).map((sum) => (
            <MoneyText
              key={sum.currency}
              value={sum}
              kind="flow"
              home={home}
              className="text-inherit [&_*]:text-inherit"
            />
          ))}
        </p>
      </header>
      <ul>
        {rows.map((row) => (
          <TransactionLine
            key={row.id}
            transaction={row}
            home={home}
            isOpen={row.id === openId}
            href={hrefOf(row.id)}
            changeCategory={changeCategory}
          />
        ))}
      </ul>
    </section>
  ));
}

function homeFirst<T extends { currency: string }>(sums: readonly T[], home: string): T[] {
  return sums.toSorted((a, b) => Number(b.currency === home) - Number(a.currency === home));
}
