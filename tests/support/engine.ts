/** The engine on the emulator in process: the real client and a real database, no port. */
import { randomUUID } from 'node:crypto';
import { asSystem } from '@/db/client';
import { items } from '@/db/schema';
import type { Emulator, EmulatorOptions } from '@/emulator';
import type { ItemId, UserId } from '@/lib/core/id';
import { answerThrough, basePath, callPlaid } from '@/lib/plaid/client';
import { drainJobs } from '@/lib/sync/drain-jobs';
import { linkItem } from '@/lib/sync/link-item';
import { eq, sql } from 'drizzle-orm';
import { Products } from 'plaid';
import { adapterFor, anEmulator } from './emulator-client';

/** Told before each call of the app: its path, and the how-many-th of that path it is. */
export type Watch = (path: string, count: number) => Promise<void> | void;

/** No webhook of a test leaves its process: at the app's address another app of this machine may listen. */
const taken = () => Promise.resolve(new Response(null, { status: 200 }));

/** From here on the app's own client is answered by this emulator. */
export function engineOn(
  options: Partial<EmulatorOptions> = {},
  watch: Watch = () => undefined,
  of: { areCallsCounted?: boolean } = {},
): Emulator {
  // Names derive from the seed: two banks of one test file must not share them.
  const emulator = anEmulator({ publicUrl: basePath(), seed: randomUUID(), deliver: taken, ...options });
  const answer = adapterFor(emulator);
  const counts = new Map<string, number>();
  answerThrough(async (call: Parameters<typeof answer>[0]) => {
    const path = (call.url ?? '').slice(basePath().length);
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    await watch(path, count);
    return answer(call);
  }, of);
  return emulator;
}

export type Offer = {
  username?: string;
  /** A custom user's file, as text. */
  password?: string;
  institutionId?: string;
  products?: Products[];
  webhook?: string;
};

/** A public token as Link would hand it over. */
export async function aPublicToken(offer: Offer = {}): Promise<string> {
  const { username, password, webhook } = offer;
  const { public_token } = await callPlaid((api) =>
    api.sandboxPublicTokenCreate({
      institution_id: offer.institutionId ?? 'ins_109508',
      initial_products: offer.products ?? [Products.Transactions, Products.Liabilities, Products.Investments],
      options: {
        ...(username === undefined ? {} : { override_username: username }),
        ...(password === undefined ? {} : { override_password: password }),
        ...(webhook === undefined ? {} : { webhook }),
        transactions: { days_requested: 730 },
      },
    }),
  );
  return public_token;
}

/** A connection through the app's own exchange, not synced yet. */
export async function aLink(
  userId: UserId,
  offer: Offer = {},
): Promise<{ itemId: ItemId; plaidItemId: string }> {
  const itemId = await linkItem(userId, { publicToken: await aPublicToken(offer) });
  const [row] = await asSystem((tx) =>
    tx.select({ plaidItemId: items.plaidItemId }).from(items).where(eq(items.id, itemId)),
  );
  return { itemId, plaidItemId: row?.plaidItemId ?? randomUUID() };
}

/** One of the emulator's levers. */
export async function pull(emulator: Emulator, path: string, body: object = {}): Promise<unknown> {
  const url = `${basePath()}/_emulator${path}`;
  const response = await emulator.handle(new Request(url, { method: 'POST', body: JSON.stringify(body) }));
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(answer)}`);
  return answer;
}

/** Ends the lease as time would after a process died. */
export async function expireLease(itemId: ItemId): Promise<void> {
  await asSystem((tx) =>
    tx.execute(
      sql`update sync_jobs set lease_until = now() - interval '1 second' where item_id = ${itemId}::uuid`,
    ),
  );
}

/** Every row that is there, as the bank told it, in a fixed order: for comparing two states. */
export async function bankRows(userId: UserId): Promise<unknown[]> {
  const rows = await asSystem((tx) =>
    tx.execute(sql`
      select plaid_transaction_id, amount::text, currency, posted_day::text, is_pending, bank_name
      from transactions where user_id = ${userId}::uuid and removed_at is null order by plaid_transaction_id`),
  );
  return [...rows];
}

/** Rows of the read models that differ from a full recount; empty when all is well (S14). */
export async function drift(): Promise<unknown[]> {
  const totals = await asSystem((tx) =>
    tx.execute(sql`
      (select month, account_id, category_id, currency, amount, count from monthly_totals
       except select to_char(day, 'YYYY-MM'), account_id, category_id, currency, sum(amount)::bigint, count(*)::int
       from transactions where removed_at is null group by 1, 2, 3, 4)
      union all
      (select to_char(day, 'YYYY-MM'), account_id, category_id, currency, sum(amount)::bigint, count(*)::int
       from transactions where removed_at is null group by 1, 2, 3, 4
       except select month, account_id, category_id, currency, amount, count from monthly_totals)`),
  );
  const balances = await asSystem((tx) =>
    tx.execute(sql`
      with days as (
        select account_id, day, sum(amount) as amount, max(balance) as balance, bool_or(is_estimated) as is_estimated
        from (
          select account_id, day, 0 as amount, balance, is_estimated from account_balances
          union all
          select account_id, posted_day, amount, null, null from transactions where removed_at is null and not is_pending
        ) both_kinds
        where account_id in (select id from accounts where type in ('depository', 'credit'))
        group by account_id, day
      ), opened as (
        select *, balance - sum(amount) over (partition by account_id order by day) as opening,
          count(*) filter (where not is_estimated) over (partition by account_id order by day desc) as span
        from days
      )
      select e.account_id, e.day from opened e
      join opened r on r.account_id = e.account_id and r.span = e.span and r.is_estimated = false
      where e.is_estimated and r.opening <> e.opening`),
  );
  return [...totals, ...balances];
}

/** Works off everything that is due now. */
export function drain(): Promise<number> {
  return drainJobs({ until: Date.now() + 60_000 });
}
