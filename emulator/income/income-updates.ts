/** Word of changed income to apps that want it: a source that has begun, or one that has dried up (INC-2). */
import { historiesOf } from '../consumer-report/history';
import type { BankIncomeDocument, ItemDocument, UserDocument } from '../documents';
import { updateUser } from '../users/users';
import { queueAt } from '../webhooks/webhooks';
import type { World } from '../world';
import { newestBankIncome } from './bank-income-life';
import { incomeSources } from './income-sources';

/** From now on changes are told, or not any more. */
export async function followIncome(world: World, user: UserDocument, follow: boolean): Promise<void> {
  const report = newestBankIncome(user);
  const incomeProfile = follow ? await profileOf(world, report) : null;
  await updateUser(world, user.userId, (current) => ({ ...current, incomeProfile }));
}

/** Compares the sources that still pay with those that were known, for all who want to hear of this Item. */
export async function announceIncome(world: World, { itemId }: ItemDocument): Promise<void> {
  for (const user of await world.store.list('users')) {
    const [report] = user.bankIncomes;
    if (user.incomeProfile === null || !report?.itemIds.includes(itemId)) continue;
    const profile = await profileOf(world, report);
    if (profile === user.incomeProfile) continue;
    await updateUser(world, user.userId, (current) => ({ ...current, incomeProfile: profile }));
    if (report.webhook === null) continue;
    const fields = { user_id: user.userId };
    await queueAt(world, report.webhook, null, 'INCOME', 'BANK_INCOME_REFRESH_UPDATE', fields);
  }
}

/** The sources that pay now, as a text to be compared. */
async function profileOf(world: World, { itemIds, daysRequested }: BankIncomeDocument): Promise<string> {
  const items = await Promise.all(itemIds.map((itemId) => world.store.find('items', itemId)));
  const paying = items
    .filter((item) => item !== undefined)
    .flatMap((item) => historiesOf(world, item, { at: world.now, days: daysRequested }))
    .flatMap(incomeSources)
    .filter(({ status }) => status === 'ACTIVE')
    .map(({ history, kind, description }) => [history.item.itemId, history.account.key, kind, description]);
  return JSON.stringify(paying.map(String).sort());
}
