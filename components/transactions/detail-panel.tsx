import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { DayText } from '@/components/ui/day-text';
import { MoneyText } from '@/components/ui/money-text';
import { categoryOf } from '@/lib/categories/taxonomy';
import type { Day } from '@/lib/core/day';
import { money } from '@/lib/core/money';
import type { ListHref } from '@/lib/transactions/address';
import { bankNameOf, type ProvenanceLine } from '@/lib/transactions/provenance';
import { CategoryForm } from './category-form';
import type { FormAction } from '@/components/ui/form-action';
import { NoteForm } from './note-form';
import { Provenance } from './provenance';
import { SidePanel } from './side-panel';
import type { Transaction } from './transaction-line';

export type Detail = Transaction & {
  postedDay: Day;
  authorizedDay: Day | null;
  bankName: string;
  merchantName: string | null;
  counterpartyName: string | null;
  userMerchantName: string | null;
  originalDescription: string | null;
  paymentChannel: string;
  bankCategoryId: string;
  ruleCategoryId: string | null;
  userCategoryId: string | null;
  institutionName: string;
};

type Props = {
  transaction: Detail;
  provenance: readonly ProvenanceLine[];
  today: Day;
  home: string;
  closeHref: ListHref;
  changeCategory: FormAction;
  changeName: FormAction;
  changeNote: FormAction;
};

/** One transaction in full: what the person may change first, then the bank's own words, then where each is from. */
export function DetailPanel({ transaction, provenance, today, home, closeHref, ...actions }: Props) {
  const { changeCategory, changeName, changeNote } = actions;
  const { id, name, amount, currency, isPending, categoryId, note } = transaction;
  return (
    <SidePanel label={`Details of ${name}`} closeHref={closeHref}>
      <h2 className="pr-10 text-16 font-semibold wrap-anywhere">{name}</h2>
      <p className="mt-1 flex items-center gap-3">
        <MoneyText value={money(amount, currency)} kind="flow" size="lead" home={home} />
        {isPending && <Badge tone="tentative">pending</Badge>}
      </p>
      <div className="mt-5 grid gap-5">
        <CategoryForm
          key={categoryId}
          transactionId={id}
          categoryId={categoryId}
          source={sourceOf(transaction)}
          bankCategory={
            transaction.userCategoryId === null ? null : categoryOf(transaction.bankCategoryId).name
          }
          action={changeCategory}
        />
        <NoteForm transactionId={id} note={note} action={changeNote} />
      </div>
      <Facts transaction={transaction} today={today} />
      <Provenance
        transactionId={id}
        lines={provenance}
        bankName={bankNameOf(transaction)}
        ownName={transaction.userMerchantName}
        changeName={changeName}
        changeCategory={changeCategory}
      />
    </SidePanel>
  );
}

/** Whose opinion the category is (person, rule, bank: in this order). */
function sourceOf({ userCategoryId, ruleCategoryId }: Detail): string {
  if (userCategoryId !== null) return 'Chosen by you. It stays, whatever the bank says later.';
  return ruleCategoryId === null ? 'As the bank sees it.' : 'Set by one of your rules.';
}

function Facts({ transaction, today }: { transaction: Detail; today: Day }) {
  const { authorizedDay, postedDay, isPending, accountName, institutionName } = transaction;
  return (
    <dl className="mt-6 grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-4 gap-y-2 border-t border-line pt-4 text-13">
      {authorizedDay && <Fact name="Paid">{<DayText value={authorizedDay} today={today} />}</Fact>}
      <Fact name={isPending ? 'Reported' : 'Booked'}>
        <DayText value={postedDay} today={today} />
      </Fact>
      <Fact name="Account">
        {accountName}, {institutionName}
      </Fact>
      <Fact name="Bank’s text">{transaction.originalDescription ?? transaction.bankName}</Fact>
      {transaction.paymentChannel !== 'other' && <Fact name="Paid how">{transaction.paymentChannel}</Fact>}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </>
  );
}
