import Link from 'next/link';
import { NoTransactions } from '@/components/transactions/no-transactions';
import { LedgerList } from '@/components/transactions/ledger-list';
import { Section } from '@/components/ui/section';
import { listTransactions } from '@/db/queries/transactions';
import { getToday } from '@/lib/today';
import { listHref } from '@/lib/transactions/address';
import { NO_FILTER } from '@/lib/transactions/filter';
import { ledgerDays } from '@/lib/transactions/ledger';
import { changeCategory } from '../../transactions/actions';
import { readAccount } from './request';

const SHOWN = 20;

/** The account's latest transactions. */
export async function Latest({ accountId }: { accountId: string }) {
  const { userId, account } = await readAccount(accountId);
  const filter = { ...NO_FILTER, accountId: account.id };
  const [page, today] = await Promise.all([
    listTransactions(userId, filter, { limit: SHOWN }),
    getToday(userId),
  ]);
  return (
    <Section
      title="Latest transactions"
      className="mt-8"
      action={page.rows.length > 0 && <Link href={listHref({ filter })}>All of this account</Link>}
    >
      {page.rows.length === 0 ? (
        <NoTransactions reason={account.type === 'investment' ? 'of-holdings' : 'none-here'} />
      ) : (
        <LedgerList
          // The page is the account's own, so its name need not stand on every line.
          days={ledgerDays(
            page.rows.map((row) => ({ ...row, accountName: '' })),
            page.daySums,
          )}
          today={today}
          home={account.currency}
          openId={null}
          hrefOf={(id) => listHref({ filter, open: id })}
          changeCategory={changeCategory}
        />
      )}
    </Section>
  );
}
