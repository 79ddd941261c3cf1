/** The household behind "Try the demo": a person like any other, linked through the emulator and the real sync. */
import 'server-only';
import { addBudgetLimits } from '@/db/queries/budgets';
import { listAccountsAt } from '@/db/queries/sync/links';
import { findSyncItem, listItemIds } from '@/db/queries/sync/items';
import {
  type Credentials,
  createUser,
  deleteDemoUser,
  findCredentials,
  listOldDemoUsers,
} from '@/db/queries/system';
import { notFound } from '@/lib/core/errors';
import type { UserId } from '@/lib/core/id';
import { fromDecimal } from '@/lib/core/money';
import { month } from '@/lib/core/month';
import { env } from '@/lib/env';
import { createSandboxPublicToken } from '@/lib/plaid/sandbox';
import { DuplicateItem, linkItem } from './link-item';
import { removeItem } from './remove-item';
import { syncItem } from './sync-item';

const EMAIL = 'demo@evenkeel.example';
const HOURS = 24;
const READ_MS = 20_000;
const BANKS = ['ins_109508', 'ins_109511'];

/** Dollars a month that the household means to keep to; some months it does not. */
const LIMITS: Record<string, number> = {
  housing: 1_400,
  utilities: 320,
  'internet-phone': 215,
  groceries: 850,
  'eating-out': 480,
  coffee: 90,
  fuel: 340,
  transport: 200,
  shopping: 600,
  clothing: 150,
  subscriptions: 100,
  entertainment: 80,
  'personal-care': 260,
  health: 120,
  pets: 100,
  childcare: 1_650,
  education: 400,
};

/**
 * Who to sign in as. Makes the household when it is not there yet, and adds what is missing of it, so that a start
 * that was broken off is completed by the next. "Not found" unless the emulator stands in for Plaid.
 */
export async function openDemoHousehold({ isPublic = !isAtHome() } = {}): Promise<Credentials> {
  if (env().PLAID_ENV !== 'emulator') throw notFound('demo');
  if (isPublic) await endOldHousehold();
  const person = (await findCredentials(EMAIL)) ?? (await createPerson());
  await addBudgetLimits(person.id, limits());
  await readUnread(person.id);
  for (const institutionId of BANKS) await linkOnce(person.id, institutionId);
  return person;
}

/** All visitors of a public demo share one household, so what they did to it lasts a day at most. */
async function endOldHousehold(): Promise<void> {
  for (const userId of await listOldDemoUsers(HOURS)) {
    for (const itemId of await listItemIds(userId)) await removeItem(userId, itemId);
    await deleteDemoUser(userId);
  }
}

function isAtHome(): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(env().APP_URL).hostname);
}

async function createPerson(): Promise<Credentials> {
  await createUser({ email: EMAIL, passwordHash: null, name: 'Demo household', isDemo: true });
  const made = await findCredentials(EMAIL);
  if (!made) throw notFound('demo');
  return made;
}

function limits() {
  return Object.entries(LIMITS).map(([categoryId, dollars]) => {
    const { amount } = fromDecimal(String(dollars), 'USD');
    return { categoryId, currency: 'USD', fromMonth: month('2020-01'), amount };
  });
}

/** A bank whose link broke off before its accounts were read would not be known again, and be linked twice. */
async function readUnread(userId: UserId): Promise<void> {
  for (const itemId of await listItemIds(userId)) {
    const item = await findSyncItem(userId, itemId);
    if (item?.plaidInstitutionId === null) await syncItem(userId, itemId, { until: Date.now() + READ_MS });
  }
}

async function linkOnce(userId: UserId, institutionId: string): Promise<void> {
  if ((await listAccountsAt(userId, institutionId)).length > 0) return;
  const login = { institutionId, username: 'demo_household', password: 'pass_good' };
  try {
    await linkItem(userId, { publicToken: await createSandboxPublicToken(login) });
  } catch (error) {
    // Two visitors at the same moment: the other one's link is as good.
    if (!(error instanceof DuplicateItem)) throw error;
  }
}
