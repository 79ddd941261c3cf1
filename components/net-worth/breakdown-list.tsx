import Link from 'next/link';
import { MoneyText } from '@/components/ui/money-text';
import { PercentText } from '@/components/ui/percent-text';
import { type Breakdown, type KindGroup, kindName, type Standing } from '@/lib/net-worth/breakdown';
import { money } from '@/lib/core/money';

type Account = Standing & { name: string; mask: string | null };
type Props = { breakdown: Breakdown<Account> };

/** What is owned and what is owed today, by kind and account, side by side. */
export function BreakdownList({ breakdown }: Props) {
  const isDebt = ({ kind }: KindGroup<Account>) => kind === 'credit' || kind === 'loan';
  const { assets, debts, groups, currency } = breakdown;
  const sides = [
    { title: 'What you own', total: assets, groups: groups.filter((group) => !isDebt(group)) },
    { title: 'What you owe', total: debts, groups: groups.filter(isDebt) },
  ].filter((side) => side.groups.length > 0);
  return (
    <div className="grid gap-x-14 gap-y-8 lg:grid-cols-2">
      {sides.map((side) => (
        <section key={side.title} className="min-w-0">
          <h2 className="flex items-baseline justify-between gap-4 pb-2 text-14 font-semibold">
            {side.title}
            <MoneyText value={side.total} home={currency} />
          </h2>
          {side.groups.map((group) => (
            <Group key={group.kind} group={group} whole={side.total.amount} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Group({ group, whole }: { group: KindGroup<Account>; whole: number }) {
  const { kind, total, accounts } = group;
  return (
    <div className="border-t border-line py-2">
      <h3 className="flex h-8 items-center gap-3 text-13 text-ink-2">
        <span className="font-medium">{kindName(kind)}</span>
        {whole !== 0 && total.amount / whole > 0 && (
          <PercentText ratio={total.amount / whole} digits={0} className="text-ink-3" />
        )}
        <MoneyText value={total} home={total.currency} className="ml-auto" />
      </h3>
      <ul>
        {accounts.map((account) => (
          <li key={account.id}>
            <Link
              href={`/accounts/${account.id}`}
              className="touch-target -mx-2 flex h-9 items-center gap-3 rounded-lg px-2 hover:bg-hover"
            >
              <span className="truncate">{account.name}</span>
              {account.mask && <span className="text-13 text-ink-3">{account.mask}</span>}
              {account.balance === null ? (
                <span className="ml-auto text-13 text-ink-3">not known</span>
              ) : (
                <MoneyText
                  value={money(account.balance, account.currency)}
                  home={account.currency}
                  className="ml-auto"
                />
              )}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
