import { useWriting } from '#writing';
import { formatCount } from '@/lib/core/format-number';
import { LostEdits, type LostEdit } from './lost-edits';

type Props = {
  /** How many transactions are found again, are kept from before, are missing, and are new; and how many changes move. */
  counts: { matched: number; editsMoved: number; kept: number; missing: number; added: number };
  lost: readonly LostEdit[];
  home: string;
};

/** What becomes of transactions and of the person's changes on them, in sentences with a figure each. */
export function ReplacementEffect({ counts, lost, home }: Props) {
  const writing = useWriting();
  const count = (number: number, one: string, many: string) =>
    `${formatCount(number, writing)} ${number === 1 ? one : many}`;
  const { matched, editsMoved, kept, missing, added } = counts;
  return (
    <>
      <ul className="grid gap-2 text-14">
        <li>
          {count(matched, 'transaction is', 'transactions are')} in both and will be there once
          {editsMoved > 0 && `; ${count(editsMoved, 'change', 'changes')} of yours move along`}.
        </li>
        {kept > 0 && (
          <li>
            {count(kept, 'older transaction stays as it is', 'older transactions stay as they are')}: the new
            connection does not reach back that far, or does not share the account.
          </li>
        )}
        {added > 0 && <li>{count(added, 'transaction is', 'transactions are')} new.</li>}
        {missing > 0 && (
          <li>
            {count(missing, 'transaction is', 'transactions are')} not sent by the bank any more and will
            leave your lists.
          </li>
        )}
      </ul>
      {lost.length > 0 && (
        <div className="mt-4">
          <h3 className="text-14 font-semibold">
            {count(lost.length, 'change', 'changes')} of yours find no transaction to move to
          </h3>
          <p className="mt-1 max-w-[68ch] text-13 text-ink-2">
            The new connection has no transaction that is the same beyond doubt, and we do not guess. They
            stay listed on the connection’s page.
          </p>
          <LostEdits edits={lost} home={home} />
        </div>
      )}
    </>
  );
}
