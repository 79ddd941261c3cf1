/** What every part of a household's day shares: who lives it, when, and the book it is written in. */
import type { Day } from '@/lib/core/day';
import type { Persona } from '../personas/persona';
import type { Book } from './book';
import type { Span } from './calendar';

export type Life = { readonly persona: Persona; readonly span: Span; readonly book: Book };

/** One strand of life; asked once for every day, in order. */
export type Strand = (today: Day) => void;

export const cents = (dollars: number): number => Math.round(dollars * 100);

/** What the account shows at this hour: held for a depository account, owed for a card. */
export function standing({ persona, book }: Life, key: string): number {
  const account = persona.accounts.find((candidate) => candidate.key === key);
  if (!account) throw new RangeError(`The persona has no account "${key}".`);
  const opening = cents(account.opening);
  return account.type === 'depository' ? opening - book.booked(key) : opening + book.booked(key);
}
