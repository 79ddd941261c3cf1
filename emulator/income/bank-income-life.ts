/** Bank Income reports: taken when Link ends, taken anew on request, kept with their user (INC-1, INC-2). */
import { CreditSessionBankIncomeStatus } from 'plaid';
import { historiesOf } from '../consumer-report/history';
import type { BankIncomeDocument, ItemDocument, UserDocument } from '../documents';
import { opaqueId } from '../ids';
import { updateUser } from '../users/users';
import { queueAt } from '../webhooks/webhooks';
import { nextUuid, type World } from '../world';
import { incomeSources } from './income-sources';
import { incomeRefusal } from './refusals';

/** Adds the Item to the report of its session, where it has income at all. */
export async function recordBankIncome(
  world: World,
  userId: string,
  item: ItemDocument,
  days: number,
  { linkSessionId, webhook }: { readonly linkSessionId: string; readonly webhook: string | null },
): Promise<CreditSessionBankIncomeStatus> {
  if (!hasIncome(world, item, days)) return CreditSessionBankIncomeStatus.NoDepositsFound;
  const bankIncomeId = opaqueId(await nextUuid(world, 'bank-income'));
  await updateUser(world, userId, (user) => {
    const before = user.bankIncomes.find((report) => report.linkSessionId === linkSessionId);
    const report: BankIncomeDocument = {
      bankIncomeId: before?.bankIncomeId ?? bankIncomeId,
      at: world.now,
      daysRequested: days,
      itemIds: [...(before?.itemIds ?? []), item.itemId],
      linkSessionId,
      webhook,
    };
    return { ...user, bankIncomes: [report, ...user.bankIncomes.filter((other) => other !== before)] };
  });
  return CreditSessionBankIncomeStatus.Approved;
}

/** A new report over the Items of the newest one, and word of it. */
export async function refreshBankIncome(
  world: World,
  user: UserDocument,
  days: number | null,
): Promise<void> {
  const newest = newestBankIncome(user);
  const bankIncomeId = opaqueId(await nextUuid(world, 'bank-income'));
  const report: BankIncomeDocument = {
    ...newest,
    bankIncomeId,
    at: world.now,
    daysRequested: days ?? newest.daysRequested,
    linkSessionId: null,
  };
  await updateUser(world, user.userId, (current) => ({
    ...current,
    bankIncomes: [report, ...current.bankIncomes],
  }));
  if (newest.webhook === null) return;
  const fields = { user_id: user.userId, result: 'SUCCESS' };
  await queueAt(world, newest.webhook, null, 'INCOME', 'BANK_INCOME_REFRESH_COMPLETE', fields);
}

export function newestBankIncome({ bankIncomes }: UserDocument): BankIncomeDocument {
  const [newest] = bankIncomes;
  if (!newest) throw incomeRefusal('INCOME_VERIFICATION_NOT_FOUND');
  return newest;
}

function hasIncome(world: World, item: ItemDocument, days: number): boolean {
  return historiesOf(world, item, { at: world.now, days }).some(
    (history) => incomeSources(history).length > 0,
  );
}
