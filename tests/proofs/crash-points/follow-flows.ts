/** One connection takes another's place, with its history and edits: as the person says, or by itself. */
import { asSystem } from '@/db/client';
import { accounts } from '@/db/schema';
import type { ItemId, UserId } from '@/lib/core/id';
import { addDays } from '@/lib/core/day';
import { linkItem } from '@/lib/sync/link-item';
import { replaceConnection } from '@/lib/sync/replace-item';
import { asc, eq } from 'drizzle-orm';
import { bankToday } from '../../support/bank-day';
import { aBankFile, type BankRow } from '../../support/custom-user';
import { aPublicToken, drain } from '../../support/engine';
import { aUser } from '../../support/factories';
import { edit, linkFile, rowsOf } from '../../support/relink';
import { type Moment, openBank, saveMoment } from '../moment';
import { connect } from '../wire';
import type { Flow } from './flow';
import { isLinkReported } from './reported';

const ago = (days: number) => addDays(bankToday(), -days);
const row = (days: number, amount: number, name: string): BankRow => ({ on: ago(days), amount, name });

const [old, coffee, gone] = [row(400, 80, 'Old Books'), row(6, 4, 'Coffee'), row(4, 9, 'Gone')];
const before = aBankFile({
  Checking: { mask: '1234', rows: [old, coffee, coffee, gone] },
  Saving: { mask: '5678', rows: [coffee] },
});
/** Another log-in of one of the accounts: without the oldest row, and without one that the bank has no more. */
const after = aBankFile({ Checking: { mask: '1234', rows: [coffee, coffee, row(2, 33, 'Fresh')] } });

export async function followFlows(nobody: Moment): Promise<Flow[]> {
  await nobody.restore();
  const bank = openBank('crash-follow');
  connect(bank);
  const userId = await aUser();
  const formerId = await linkFile(userId, before);
  await drain();
  await editAll(userId);
  const publicToken = await aPublicToken({ username: 'user_custom', password: after });
  const waiting = await saveMoment(bank);
  const presentId = await linkItem(userId, { publicToken, replaces: formerId });
  await drain();
  const linked = await saveMoment(bank);
  const pairs = await pairsOf(userId, { formerId, presentId });
  return [
    {
      name: 'a link that is to take the place of another',
      begin: waiting.restore,
      act: () => linkItem(userId, { publicToken, replaces: formerId }),
      isAsked: true,
      isReported: isLinkReported,
      refusals: ['invalid-input'],
    },
    {
      name: 'a connection that takes the place of another',
      begin: linked.restore,
      act: () => replaceConnection(userId, { formerId, presentId }, pairs),
      isAsked: true,
    },
    ...(await byItselfFlows(nobody)),
  ];
}

/** At a bank that has ended the first connection by the time there is a second (DUP-4). */
async function byItselfFlows(nobody: Moment): Promise<Flow[]> {
  await nobody.restore();
  const bank = openBank('crash-one-session');
  connect(bank);
  const userId = await aUser();
  const login = { username: 'user_transactions_dynamic', institutionId: 'ins_56' };
  await linkItem(userId, { publicToken: await aPublicToken(login) });
  await drain();
  await editAll(userId);
  const publicToken = await aPublicToken(login);
  const waiting = await saveMoment(bank);
  return [
    {
      name: 'a connection that takes the place of one that its bank has ended',
      begin: waiting.restore,
      act: () => linkItem(userId, { publicToken }),
      isAsked: true,
      isReported: isLinkReported,
      refusals: ['invalid-input'],
    },
  ];
}

async function editAll(userId: UserId): Promise<void> {
  for (const { id, bankName } of await rowsOf(userId)) await edit(id, { note: `${bankName}, for Bob` });
}

/** Each account goes on as the one of the same name. */
async function pairsOf(userId: UserId, { formerId, presentId }: { formerId: ItemId; presentId: ItemId }) {
  const all = await asSystem((tx) =>
    tx.select().from(accounts).where(eq(accounts.userId, userId)).orderBy(asc(accounts.bankName)),
  );
  return all.flatMap((former) => {
    const present = all.find(({ itemId, bankName }) => itemId === presentId && bankName === former.bankName);
    return former.itemId === formerId && present ? [{ former: former.id, present: present.id }] : [];
  });
}
