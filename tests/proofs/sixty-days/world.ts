/** People with their banks, and time that moves: what the sixty days happen to. */
import { eq, sql } from 'drizzle-orm';
import { asSystem } from '@/db/client';
import { accounts, items } from '@/db/schema';
import type { Emulator } from '@/emulator';
import type { ItemId, UserId } from '@/lib/core/id';
import { verifyWebhook } from '@/lib/plaid/verify-webhook';
import { open } from '@/lib/secrets';
import { receiveWebhook } from '@/lib/sync/receive-webhook';
import { sweep } from '@/lib/sync/sweep';
import { aLink, engineOn } from '../../support/engine';
import { aUser } from '../../support/factories';
import { type MovedTime, moveTime } from '../../support/moved-time';

/** Everybody whom the emulator knows by name, at every bank where they have something. */
export const PERSONAS: readonly Household[] = [
  [
    { username: 'demo_household', institutionId: 'ins_109508' },
    { username: 'demo_household', institutionId: 'ins_109511' },
    { username: 'demo_household', institutionId: 'ins_109509' },
  ],
  [
    { username: 'user_freelancer', institutionId: 'ins_109508' },
    { username: 'user_freelancer', institutionId: 'ins_109512' },
  ],
  [
    { username: 'user_student', institutionId: 'ins_109509' },
    { username: 'user_student', institutionId: 'ins_109511' },
  ],
  [
    { username: 'user_retiree', institutionId: 'ins_109508' },
    { username: 'user_retiree', institutionId: 'ins_109511' },
  ],
  [
    { username: 'user_trouble', institutionId: 'ins_109508' },
    { username: 'user_trouble', institutionId: 'ins_109510' },
    { username: 'user_trouble', institutionId: 'ins_109509' },
  ],
  [{ username: 'user_good', institutionId: 'ins_109508' }],
];

export type Household = readonly { username: string; institutionId: string; password?: string }[];
export type Linked = { userId: UserId; itemId: ItemId; plaidItemId: string };
export type World = { emulator: Emulator; time: MovedTime; links: Linked[]; people: UserId[] };

/** What people and banks leave behind; the rest comes with the schema. */
const TABLES = ['items', 'users', 'webhooks', 'institutions', 'plaid_calls', 'plaid_circuits'];

/** Links every household as a person of its own and brings it up to date, where nobody has lived before. */
export async function openPeople(households: readonly Household[]): Promise<World> {
  const time = moveTime();
  await beginAnew(time);
  const emulator = engineOn({ realTime: () => Date.now(), deliver: receive });
  const world: World = { emulator, time, links: [], people: [] };
  for (const household of households) {
    const userId = await aUser();
    world.people.push(userId);
    for (const bank of household) {
      const offer = { password: 'pass_good', ...bank, webhook: 'http://localhost:3000/api/plaid/webhook' };
      world.links.push({ userId, ...(await aLink(userId, offer)) });
    }
  }
  await catchUp(world);
  return world;
}

/** An earlier life has moved the database's clock, and its people would wait for banks that are gone. */
async function beginAnew(time: MovedTime): Promise<void> {
  await time.pass({});
  await asSystem((tx) => tx.execute(sql.raw(TABLES.map((table) => `delete from ${table}`).join(';'))));
}

/** What the webhook's route does before it answers. */
async function receive(request: Request): Promise<Response> {
  const raw = new Uint8Array(await request.arrayBuffer());
  const verdict = await verifyWebhook(request.headers.get('plaid-verification'), raw, Date.now());
  if (typeof verdict === 'string') return new Response(null, { status: verdict === 'refused' ? 401 : 503 });
  const { type, code, plaidItemId, body, key } = verdict.webhook;
  await receiveWebhook({ key, type, code, plaidItemId, body });
  return new Response(null, { status: 200 });
}

/** The schedule, as often as something is left to do and time lets it; hours pass where work waits. */
export async function catchUp({ emulator, time }: World, rounds = 6): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await emulator.idle();
    const { runs, webhooks } = await sweep({ until: Date.now() + 600_000 });
    if (round > 0 && runs === 0 && webhooks === 0) return;
    await time.pass({ hours: 1 });
  }
}

export async function accessTokenOf({ itemId }: Linked): Promise<string> {
  const [row] = await asSystem((tx) =>
    tx.select({ sealed: items.accessTokenSealed }).from(items).where(eq(items.id, itemId)),
  );
  if (!row) throw new Error('The connection is gone.');
  return open(row.sealed, `items.access_token:${itemId}`);
}

export function accountsOf({ itemId }: Linked) {
  return asSystem((tx) => tx.select().from(accounts).where(eq(accounts.itemId, itemId)));
}
