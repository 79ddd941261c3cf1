/** One account of an Asset Report: its balances, owners and history at the report's instant (AST-7). */
import { type AccountAssets, type HistoricalBalance, OwnershipType } from 'plaid';
import { addDays, type Day, daysBetween } from '@/lib/core/day';
import { isInvestment } from '../accounts/account-kinds';
import { accountOnTheWire, currencyOf } from '../accounts/accounts';
import type { ItemDocument } from '../documents';
import type { LoginAccount } from '../login';
import type { World } from '../world';
import { assetInvestments } from './asset-investments';
import { assetRows, withWholeHistory } from './asset-rows';
import { restatedHistory } from './restated-history';

export type AssetView = {
  /** Days of history before the report's own day; 0 for none, as in a fast report. */
  readonly days: number;
  readonly withInsights: boolean;
  readonly withInvestments: boolean;
};

export function assetAccount(
  world: World,
  item: ItemDocument,
  account: LoginAccount,
  view: AssetView,
): AccountAssets {
  const wire = accountOnTheWire(world, item, account);
  const since = addDays(world.today, -view.days);
  const rows = view.days === 0 ? [] : assetRows(world, item, account, since, view.withInsights);
  const available = daysAvailable(world, account, view.days);
  return {
    account_id: wire.account_id,
    balances: { ...wire.balances, margin_loan_amount: null },
    mask: wire.mask,
    name: wire.name,
    official_name: wire.official_name,
    type: wire.type,
    subtype: wire.subtype,
    ...(wire.persistent_account_id && { persistent_account_id: wire.persistent_account_id }),
    days_available: available,
    transactions: rows,
    ...(view.withInvestments &&
      isInvestment(account) && { investments: assetInvestments(world, item, account, since) }),
    owners: [...account.owners],
    ownership_type: ownershipOf(account),
    historical_balances: historyOf(world, item, account, available),
  };
}

/** As many days as were asked for, or since the account's first row where that is less. */
function daysAvailable(world: World, account: LoginAccount, days: number): number {
  const first = account.movements.reduce<Day | null>(
    (earliest, { posted }) => (earliest === null || posted.date < earliest ? posted.date : earliest),
    null,
  );
  if (first === null) return days;
  return Math.max(0, Math.min(days, daysBetween(first, world.today)));
}

/** The ends of the days before the report's own, newest first. */
function historyOf(
  world: World,
  item: ItemDocument,
  account: LoginAccount,
  days: number,
): HistoricalBalance[] {
  if (account.type !== 'depository' && account.type !== 'credit') return [];
  const currentOn = restatedHistory(world, withWholeHistory(item), account);
  return Array.from({ length: days }, (_, index) => addDays(world.today, -1 - index)).flatMap((date) => {
    const current = currentOn(date);
    return current === null ? [] : [{ current, date, ...currencyOf(account) }];
  });
}

function ownershipOf({ owners }: LoginAccount): OwnershipType | null {
  const names = new Set(owners.flatMap((owner) => owner.names)).size;
  if (names === 0) return null;
  return names > 1 ? OwnershipType.Joint : OwnershipType.Individual;
}
