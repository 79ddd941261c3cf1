/**
 * What an Item tells by webhook of its investments and debts: all of it after the first load, and on later
 * days what has changed since it last told (INV-13, LIA-12).
 */
import { addDays, type Day } from '@/lib/core/day';
import { isDebt, isInvestment } from '../accounts/account-kinds';
import { servedAccounts } from '../accounts/accounts';
import type { ItemDocument } from '../documents';
import { accountIdOf } from '../ids';
import { planJob } from '../items/item-calendar';
import { updateItem } from '../items/items';
import type { LoginAccount, LoginHolding } from '../login';
import { INVESTMENTS, LIABILITIES } from '../vocabulary';
import { delaysOf, type World } from '../world';
import { queueWebhook } from './webhooks';

/** After the first load: everything is new. */
export async function announceWealth(world: World, item: ItemDocument): Promise<void> {
  const accounts = investmentAccounts(world, item);
  const holdings = accounts.flatMap((account) => account.holdingsOn(world.today)).length;
  await tellHoldings(world, item, { new: holdings, updated: 0 });
  await tellTrades(world, item, 'DEFAULT_UPDATE', tradesBetween(accounts, null, world.today));
  await tellDebts(world, item, debtsOf(world, item), {});
  await updateItem(world, item.itemId, (current) => ({
    ...current,
    investmentsToldOn: world.today,
    debtsToldOn: world.today,
  }));
}

/** A day later, or more: what is different from the day that was told last. */
export async function announceWealthChanges(world: World, item: ItemDocument): Promise<void> {
  await announceInvestmentChanges(world, item);
  const before = item.debtsToldOn ?? addDays(world.today, -1);
  const [fresh, updated] = debtChanges(world, item, before);
  await tellDebts(world, item, fresh, updated);
  await updateItem(world, item.itemId, (current) => ({ ...current, debtsToldOn: world.today }));
}

/** The same of investments alone, as a refresh asks for it. */
export async function announceInvestmentChanges(world: World, item: ItemDocument): Promise<void> {
  const accounts = investmentAccounts(world, item);
  const before = item.investmentsToldOn ?? addDays(world.today, -1);
  await tellHoldings(world, item, holdingChanges(accounts, before, world.today));
  await tellTrades(world, item, 'DEFAULT_UPDATE', tradesBetween(accounts, before, world.today));
  await updateItem(world, item.itemId, (current) => ({ ...current, investmentsToldOn: world.today }));
}

/** An extraction that a first call asked for in passing has begun; until it ends, nothing is ready (INV-9). */
export async function startInvestments(world: World, item: ItemDocument): Promise<void> {
  const { initial, historical } = delaysOf(world);
  const investmentsReadyAt = world.now + Math.max(initial, historical);
  await updateItem(world, item.itemId, (current) => ({
    ...current,
    products: [...new Set([...current.products, INVESTMENTS])],
    investmentsReadyAt,
  }));
  await planJob(world, item, 'investments', investmentsReadyAt);
}

/** Whether investment transactions can be read, or are being fetched still. */
export function hasInvestments(item: ItemDocument, now: number): boolean {
  return item.investmentsReadyAt === undefined || item.investmentsReadyAt <= now;
}

/** The end of that extraction, told with the one webhook that is only for it. */
export async function announceExtraction(world: World, item: ItemDocument): Promise<void> {
  const trades = tradesBetween(investmentAccounts(world, item), null, world.today);
  await tellTrades(world, item, 'HISTORICAL_UPDATE', trades);
  await updateItem(world, item.itemId, (current) => ({ ...current, investmentsToldOn: world.today }));
}

function investmentAccounts(world: World, item: ItemDocument): LoginAccount[] {
  return item.products.includes(INVESTMENTS) ? servedAccounts(world, item).filter(isInvestment) : [];
}

function tradesBetween(accounts: readonly LoginAccount[], after: Day | null, until: Day): number {
  return accounts
    .flatMap(({ investmentTransactions }) => investmentTransactions)
    .filter(({ date }) => date <= until && (after === null || date > after)).length;
}

type Count = { readonly new: number; readonly updated: number };

function holdingChanges(accounts: readonly LoginAccount[], before: Day, today: Day): Count {
  const counts = accounts.map((account) => {
    const held = new Map(account.holdingsOn(before).map((holding) => [holding.security_id, holding]));
    const now = account.holdingsOn(today);
    const known = now.filter(({ security_id }) => held.has(security_id));
    const updated = known.filter((holding) => isMoved(held.get(holding.security_id), holding)).length;
    return { new: now.length - known.length, updated };
  });
  return {
    new: counts.reduce((sum, count) => sum + count.new, 0),
    updated: counts.reduce((sum, count) => sum + count.updated, 0),
  };
}

function isMoved(before: LoginHolding | undefined, now: LoginHolding): boolean {
  return before?.quantity !== now.quantity || before.institution_price !== now.institution_price;
}

type UpdatedFields = Record<string, string[]>;

/** Accounts that owe something they did not before, and of the others the fields that differ. */
function debtChanges(world: World, item: ItemDocument, before: Day): [string[], UpdatedFields] {
  const fresh: string[] = [];
  const updated: UpdatedFields = {};
  for (const account of debtAccounts(world, item)) {
    const id = accountIdOf(item.itemId, account.key);
    const [then, now] = [account.liabilityOn(before)?.facts, account.liabilityOn(world.today)?.facts];
    if (now && !then) fresh.push(id);
    if (!now || !then) continue;
    const fields = Object.keys(now).filter((field) => textOf(now, field) !== textOf(then, field));
    if (fields.length > 0) updated[id] = fields;
  }
  return [fresh, updated];
}

function textOf(facts: object, field: string): string {
  return JSON.stringify(Reflect.get(facts, field));
}

function debtAccounts(world: World, item: ItemDocument): LoginAccount[] {
  return item.products.includes(LIABILITIES) ? servedAccounts(world, item).filter(isDebt) : [];
}

function debtsOf(world: World, item: ItemDocument): string[] {
  return debtAccounts(world, item).map(({ key }) => accountIdOf(item.itemId, key));
}

async function tellHoldings(world: World, item: ItemDocument, count: Count): Promise<void> {
  if (count.new + count.updated === 0) return;
  const fields = { error: null, new_holdings: count.new, updated_holdings: count.updated };
  await queueWebhook(world, item, 'HOLDINGS', 'DEFAULT_UPDATE', fields);
}

async function tellTrades(
  world: World,
  item: ItemDocument,
  code: 'DEFAULT_UPDATE' | 'HISTORICAL_UPDATE',
  count: number,
): Promise<void> {
  if (count === 0 && code === 'DEFAULT_UPDATE') return;
  await queueWebhook(world, item, 'INVESTMENTS_TRANSACTIONS', code, {
    error: null,
    new_investments_transactions: count,
    cancelled_investments_transactions: 0,
  });
}

async function tellDebts(
  world: World,
  item: ItemDocument,
  fresh: readonly string[],
  updated: UpdatedFields,
): Promise<void> {
  if (fresh.length === 0 && Object.keys(updated).length === 0) return;
  await queueWebhook(world, item, 'LIABILITIES', 'DEFAULT_UPDATE', {
    error: null,
    account_ids_with_new_liabilities: fresh,
    account_ids_with_updated_liabilities: updated,
  });
}
