import { DebtList } from '@/components/debts/debt-list';
import { NothingHere } from '@/components/products/nothing-here';
import { MoneyText } from '@/components/ui/money-text';
import { Section } from '@/components/ui/section';
import { listConnectionStates } from '@/db/queries/overview';
import { listProductStates } from '@/db/queries/products';
import { totals } from '@/lib/core/money';
import { owed } from '@/lib/debts/owed';
import { absenceOf } from '@/lib/products/absence';
import { readDebts } from './read-debts';

/** Cards, then loans, the largest first. */
export async function Debts() {
  const { debts, today, home } = await readDebts();
  if (debts.length === 0) return <NoDebts />;
  const sorted = debts.toSorted((a, b) => (a.balance ?? 0) - (b.balance ?? 0));
  const groups = [
    { title: 'Cards', rows: sorted.filter(({ type }) => type === 'credit') },
    { title: 'Loans', rows: sorted.filter(({ type }) => type === 'loan') },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <div className="mt-8 grid gap-10">
      {groups.map(({ title, rows }) => (
        <Section
          key={title}
          title={title}
          action={totals(rows.flatMap((row) => owed(row) ?? [])).map((total, index) => (
            <span key={total.currency}>
              {index > 0 && ' and '}
              <MoneyText value={total} home={home} />
            </span>
          ))}
        >
          <DebtList debts={rows} label={title} today={today} home={home} />
        </Section>
      ))}
    </div>
  );
}

async function NoDebts() {
  const { userId } = await readDebts();
  const [states, connections] = await Promise.all([
    listProductStates(userId, 'liabilities'),
    listConnectionStates(userId),
  ]);
  return (
    <NothingHere
      absence={absenceOf(states, connections.length > 0)}
      what="debts"
      promise="Each card and loan will be here with its balance, rate, minimum and due date."
    />
  );
}
