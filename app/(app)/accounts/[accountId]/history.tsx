import { AreaChart } from '@/components/charts/area-chart';
import { listAccountBalances } from '@/db/queries/accounts';
import { balanceFinding, balancePoints } from '@/lib/accounts/history';
import { getToday } from '@/lib/today';
import { getWriting } from '@/lib/writing';
import { readAccount } from './request';

/** The balance of each day, as far back as it is known or can be replayed. */
export async function History({ accountId }: { accountId: string }) {
  const { userId, account } = await readAccount(accountId);
  const [balances, today, writing] = await Promise.all([
    listAccountBalances(userId, account.id),
    getToday(userId),
    getWriting(),
  ]);
  const points = balancePoints(balances);
  if (points.length < 2) {
    return (
      <p className="mt-6 max-w-md text-13 text-ink-3">
        The balance is noted once a day. Its line begins here tomorrow.
      </p>
    );
  }
  return (
    <div className="mt-6">
      <AreaChart
        title={balanceFinding(points, account.currency, { today, writing })}
        points={points}
        currency={account.currency}
        estimatedLabel="estimated from transactions"
      />
    </div>
  );
}
