import { DetailPanel } from '@/components/transactions/detail-panel';
import { listChanges } from '@/db/queries/changes';
import { findTransaction } from '@/db/queries/transactions';
import { getProfile } from '@/db/queries/users';
import { getToday } from '@/lib/today';
import { listHref } from '@/lib/transactions/address';
import type { SearchParams } from '@/lib/transactions/filter';
import { provenanceOf } from '@/lib/transactions/provenance';
import { getWriting } from '@/lib/writing';
import { changeCategory, changeName, changeNote } from './actions';
import { readRequest } from './request';

/** The open row in full, beside the list. */
export async function Panel({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { userId, filter, after, before, open } = await readRequest(searchParams);
  const transaction = open === null ? null : await findTransaction(userId, open);
  if (!transaction) return null;
  const [profile, today, writing, changes] = await Promise.all([
    getProfile(userId),
    getToday(userId),
    getWriting(),
    listChanges(userId, transaction.id),
  ]);
  return (
    <DetailPanel
      key={transaction.id}
      transaction={transaction}
      provenance={provenanceOf(transaction, changes, { today, writing })}
      today={today}
      home={profile.currency}
      closeHref={listHref({ filter, after, before })}
      changeCategory={changeCategory}
      changeName={changeName}
      changeNote={changeNote}
    />
  );
}
