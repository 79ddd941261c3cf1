/** Addresses of the list of transactions, so that every state of it can be shared and gone back from. */
import { type Place, placeText } from './cursor';
import { filterQuery, type TransactionFilter } from './filter';

export type ListAddress = {
  filter: Partial<TransactionFilter>;
  after?: Place | null;
  before?: Place | null;
  open?: string | null;
};

export type ListHref = '/transactions' | `/transactions?${string}`;

/** `/transactions?category=groceries&after=…&open=…`, with only what is asked for. */
export function listHref({ filter, after, before, open }: ListAddress): ListHref {
  const query = new URLSearchParams(filterQuery(filter));
  if (after) query.set('after', placeText(after));
  else if (before) query.set('before', placeText(before));
  if (open) query.set('open', open);
  return query.size === 0 ? '/transactions' : `/transactions?${query.toString()}`;
}
