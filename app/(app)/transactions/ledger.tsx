import { LedgerList } from '@/components/transactions/ledger-list';
import { NoTransactions } from '@/components/transactions/no-transactions';
import { Pager } from '@/components/transactions/pager';
import { listTransactions } from '@/db/queries/transactions';
import { getProfile } from '@/db/queries/users';
import { getToday } from '@/lib/today';
import { listHref } from '@/lib/transactions/address';
import { isFiltered, type SearchParams } from '@/lib/transactions/filter';
import { ledgerDays } from '@/lib/transactions/ledger';
import { changeCategory } from './actions';
import { accountsOf, readRequest } from './request';

const PAGE_SIZE = 50;

/** One page of rows under their days. */
export async function Ledger({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { userId, filter, after, before, open } = await readRequest(searchParams);
  const [page, profile, today] = await Promise.all([
    listTransactions(userId, filter, { after, before, limit: PAGE_SIZE }),
    getProfile(userId),
    getToday(userId),
  ]);
  const { rows } = page;
  if (rows.length === 0) {
    const hasAccounts = (await accountsOf(userId)).length > 0;
    return (
      <NoTransactions reason={isFiltered(filter) ? 'no-match' : hasAccounts ? 'on-the-way' : 'no-bank'} />
    );
  }
  return (
    <>
      <LedgerList
        days={ledgerDays(rows, page.daySums)}
        today={today}
        home={profile.currency}
        openId={open}
        hrefOf={(id) => listHref({ filter, after, before, open: id })}
        changeCategory={changeCategory}
      />
      <Pager
        newest={page.hasNewer ? listHref({ filter }) : null}
        newer={page.hasNewer && rows[0] ? listHref({ filter, before: rows[0] }) : null}
        older={page.hasOlder ? listHref({ filter, after: rows.at(-1) ?? null }) : null}
      />
    </>
  );
}
