/** Brings a life to given figures on the day of the link: by rows where people act, by the past elsewhere. */
import { addDays, type Day } from '@/lib/core/day';
import { merchant } from '../personas/merchants';
import { bankRow } from './bank-row';
import { type CardRecord, payCard } from './cards';
import type { Household } from './household';
import { ledger } from './ledger';
import { cents, type Life, standing, type Strand } from './life';
import { bookedAtOnce } from './movement';

/** The last strand of user_good's days: it acts on the day of the link alone. */
export function exactOnLinkDay(life: Life, records: Map<string, CardRecord>): Strand {
  return (today) => {
    if (today !== life.span.linkedOn) return;
    settleCard(life, records.get('card') ?? { statements: [], payments: [] }, today);
    settleChecking(life, today);
    holdTen(life, today);
  };
}

/** The same household, whose depository accounts hold the persona's figures at the end of `linkedOn`. */
export function openedSoThat(household: Household): Household {
  const { life } = household;
  const accounts = life.persona.accounts.map((account) => {
    if (account.type !== 'depository' || account.key === 'checking') return account;
    const booked = ledger(life.book.movementsOf(account.key)).postedOn(life.span.linkedOn);
    return { ...account, opening: (cents(account.opening) + booked) / 100 };
  });
  return { ...household, life: { ...life, persona: { ...life.persona, accounts } } };
}

/** One more purchase, or one payment ahead of time. */
function settleCard(life: Life, record: CardRecord, today: Day): void {
  const card = life.persona.cards[0];
  if (!card) return;
  const missing = 41_000 - standing(life, 'card');
  const key = `settle ${today}`;
  if (missing > 0)
    life.book.write('card', bookedAtOnce({ key, at: merchant('bestBuy'), cents: missing, on: today }));
  if (missing < 0) payCard(life, card, -missing, today, record);
}

function settleChecking({ book, ...life }: Life, today: Day): void {
  const extra = standing({ book, ...life }, 'checking') - 11_000;
  const key = `settle ${today}`;
  const [out, into] =
    extra > 0 ? (['toSavings', 'fromChecking'] as const) : (['fromSavings', 'toChecking'] as const);
  if (extra === 0) return;
  book.write('checking', bookedAtOnce({ key, at: merchant(out), cents: extra, on: today }));
  book.write('money market', bookedAtOnce({ key, at: merchant(into), cents: -extra, on: today }));
}

/** Ten dollars on their way out of checking and of savings: what makes `available` differ from `current`. */
function holdTen({ book }: Life, today: Day): void {
  const posts = addDays(today, 2);
  for (const [account, key] of [
    ['checking', 'cornerStore'],
    ['savings', 'toChecking'],
  ] as const) {
    const row = bankRow(merchant(key), { cents: 1000, date: today, authorizedDate: today });
    const pending = { row, endsOn: posts, linked: true, vanishes: false };
    book.write(account, { key: `hold ${today}`, appearsOn: today, posted: { ...row, date: posts }, pending });
  }
  const leg = bookedAtOnce({
    key: `hold leg ${today}`,
    at: merchant('fromSavings'),
    cents: -1000,
    on: posts,
  });
  book.write('checking', leg);
}
