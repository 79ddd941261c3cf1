import { NothingHere } from '@/components/products/nothing-here';
import { listConnectionStates } from '@/db/queries/overview';
import { listProductStates } from '@/db/queries/products';
import { absenceOf } from '@/lib/products/absence';
import { WorthFigure } from '@/components/net-worth/worth-figure';
import { readMovement, readWorth } from './read-worth';

/** The leading currency's figure; the others stand with their own accounts below. */
export async function Figure() {
  const { byCurrency, accounts, today } = await readWorth();
  const [lead] = byCurrency;
  if (lead === undefined) return <NoFigure />;
  const movement = await readMovement(lead.currency);
  const isNew = new Set(movement?.newAccountIds);
  return (
    <WorthFigure
      net={lead.net}
      movement={movement}
      newNames={accounts.filter(({ id }) => isNew.has(id)).map(({ name }) => name)}
      today={today}
    />
  );
}

async function NoFigure() {
  const { userId } = await readWorth();
  const [states, connections] = await Promise.all([
    listProductStates(userId, 'accounts'),
    listConnectionStates(userId),
  ]);
  return (
    <NothingHere
      absence={absenceOf(states, connections.length > 0)}
      what="accounts"
      promise="What you own, less what you owe, will be drawn here day by day, with earlier days worked out from your transactions."
    />
  );
}
