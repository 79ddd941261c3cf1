import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { asSystem } from '@/db/client';
import { purgeOld } from '@/db/queries/system';
import { addressOf, maySignIn } from '@/lib/attempts';
import { newMark, readMark } from '@/lib/known-browser';

const tries = async (count: number, of: Partial<Parameters<typeof maySignIn>[0]> = {}) => {
  const email = `${randomUUID()}@example.com`;
  const allowed: boolean[] = [];
  for (let n = 0; n < count; n++)
    allowed.push(await maySignIn({ email, knownBrowser: null, address: null, ...of }));
  return allowed.filter(Boolean).length;
};

test('ten tries for one address of mail, whoever makes them', async () => {
  expect(await tries(12)).toBe(10);
});

test('a stranger who uses them up does not lock out a browser the person has used before', async () => {
  const email = `${randomUUID()}@example.com`;
  await tries(12, { email });
  const mark = newMark(email);
  expect(await tries(12, { email, knownBrowser: readMark(email, mark) })).toBe(10);
  expect(await tries(1, { email })).toBe(0);
});

test('the mark of a known browser cannot be made up, nor used for another person', () => {
  const mark = newMark('ann@example.com');
  expect(readMark('ann@example.com', mark)).not.toBeNull();
  expect(readMark('bob@example.com', mark)).toBeNull();
  expect(readMark('ann@example.com', 'mark.signature')).toBeNull();
  expect(readMark('ann@example.com', undefined)).toBeNull();
});

test('one place cannot try everybody’s password', async () => {
  const address = randomUUID();
  let allowed = 0;
  for (let n = 0; n < 103; n++) allowed += await tries(1, { address });
  expect(allowed).toBe(100);
});

test('a header that anybody can write says nothing', () => {
  expect(addressOf('203.0.113.7')).toBeNull();
});

test('counts are not kept for ever', async () => {
  await tries(1);
  await asSystem((tx) =>
    tx.execute(sql`update rate_limits set window_started_at = now() - interval '2 days'`),
  );
  await purgeOld();
  expect(await asSystem((tx) => tx.execute(sql`select 1 from rate_limits`))).toHaveLength(0);
});
