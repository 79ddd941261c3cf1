/** Where each value of a transaction comes from, whose word counts where two differ, and what it was before. */
import { categoryOf } from '@/lib/categories/taxonomy';
import type { Day } from '@/lib/core/day';
import { formatDay } from '@/lib/core/format-day';
import { formatMoney } from '@/lib/core/format-money';
import { money } from '@/lib/core/money';
import { earlierValues, type FieldChange, type Reader } from './earlier';

export type ProvenanceFacts = {
  amount: number;
  currency: string;
  day: Day;
  postedDay: Day;
  authorizedDay: Day | null;
  isPending: boolean;
  name: string;
  bankName: string;
  merchantName: string | null;
  counterpartyName: string | null;
  userMerchantName: string | null;
  originalDescription: string | null;
  categoryId: string;
  bankCategoryId: string;
  ruleCategoryId: string | null;
  userCategoryId: string | null;
  note: string | null;
};

/** One click to the other opinion, and back; the empty value gives the word back to the bank. */
export type Offer = { field: 'name' | 'category'; value: string; label: string };

export type ProvenanceLine = {
  key: string;
  name: string;
  value: string;
  source: 'The bank' | 'One of your rules' | 'You';
  /** What differs, and whose word counts; null where there is nothing to say. */
  remark: string | null;
  /** What it was before, newest first. */
  earlier: string[];
  offer: Offer | null;
};

/** One line per field, in the order in which a person would ask. `changes` newest first. */
export function provenanceOf(
  facts: ProvenanceFacts,
  changes: readonly FieldChange[],
  reader: Reader,
): ProvenanceLine[] {
  const earlier = earlierValues(facts, changes, reader);
  const { today, writing } = reader;
  const day = (of: Day) => formatDay(of, writing, { today });
  const line = (key: string, name: string, value: string, more: string[] = []): ProvenanceLine => {
    const bank = { source: 'The bank', remark: null, offer: null } as const;
    return { ...bank, key, name, value, earlier: earlier([key, ...more]) };
  };
  const text = facts.originalDescription ?? facts.bankName;
  const hasNote = facts.note !== null || changes.some(({ field }) => field === 'note');
  return [
    { ...line('name', 'Name', facts.name), ...nameOpinion(facts, changes) },
    {
      ...line('category', 'Category', categoryOf(facts.categoryId).name),
      ...categoryOpinion(facts, changes),
    },
    line('amount', 'Amount', formatMoney(money(facts.amount, facts.currency), writing), ['currency']),
    line('day', facts.authorizedDay === null ? 'Day' : 'Day paid', day(facts.day)),
    ...(facts.postedDay === facts.day ? [] : [line('posted-day', 'Booked', day(facts.postedDay))]),
    line('status', 'Status', facts.isPending ? 'Pending' : 'Posted'),
    // Where the bank has but one text, it is the name above.
    ...(text === bankNameOf(facts) ? [] : [line('text', 'Bank’s text', text)]),
    ...(hasNote ? [{ ...line('note', 'Note', facts.note ?? 'None'), source: 'You' } as const] : []),
  ];
}

/** The bank's own name for it (FLD-4), whatever the person calls it. */
export function bankNameOf(
  facts: Pick<ProvenanceFacts, 'merchantName' | 'counterpartyName' | 'bankName'>,
): string {
  return facts.merchantName ?? facts.counterpartyName ?? facts.bankName;
}

type Opinion = Pick<ProvenanceLine, 'source' | 'remark' | 'offer'>;

function nameOpinion(facts: ProvenanceFacts, changes: readonly FieldChange[]): Opinion {
  const { userMerchantName: own } = facts;
  if (own === null)
    return { source: 'The bank', remark: null, offer: wayBack(changes, 'name', (name) => name) };
  return yours('name', own, bankNameOf(facts), 'Your name for it');
}

function categoryOpinion(facts: ProvenanceFacts, changes: readonly FieldChange[]): Opinion {
  const { userCategoryId, ruleCategoryId, bankCategoryId } = facts;
  const nameOf = (id: string) => categoryOf(id).name;
  const theirs = nameOf(bankCategoryId);
  if (userCategoryId !== null) return yours('category', nameOf(userCategoryId), theirs, 'Your choice');
  const offer = wayBack(changes, 'category', nameOf);
  if (ruleCategoryId === null) return { source: 'The bank', remark: null, offer };
  return { source: 'One of your rules', remark: `The bank says “${theirs}”.`, offer };
}

function yours(field: Offer['field'], own: string, theirs: string, subject: string): Opinion {
  if (own === theirs) return { source: 'You', remark: 'The bank says the same.', offer: null };
  return {
    source: 'You',
    remark: `${subject} never changes by itself. The bank says “${theirs}”.`,
    offer: { field, value: '', label: 'Use the bank’s' },
  };
}

/** To what the person took back last, so that a click on the bank's word can be undone at any time. */
function wayBack(
  changes: readonly FieldChange[],
  field: Offer['field'],
  nameOf: (value: string) => string,
): Offer | null {
  const last = changes.find((change) => change.field === field && change.source === 'person');
  if (!last || last.after !== null || last.before === null) return null;
  return { field, value: last.before, label: `Use yours again: ${nameOf(last.before)}` };
}
