import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { LeaseLost } from '@/db/queries/sync/jobs';
import { AppError } from '@/lib/core/errors';
import { aPerson } from '../support/factories';
import { everythingOf, type Household, householdOf } from '../support/household-of';
import { STRANGER_CALLS } from '../support/stranger-calls';

const QUERIES = fileURLToPath(new URL('../../db/queries', import.meta.url));
/** Look-ups across people by design, each of them named there; and pieces of SQL that run nothing by themselves. */
const NOT_CALLED = /^(system(\/[a-z-]+)?|webhooks|visible|transaction-filter|sync\/bulk)\./;

describe('Ann, with the ids of Bob in her hands', async () => {
  const bob: Household = await householdOf('Bob');
  let before: Map<string, string>;

  beforeEach(async () => {
    before = await everythingOf(bob.userId);
  });

  it.each(Object.entries(STRANGER_CALLS))(
    'check 16: sees and changes nothing of his through %s',
    async (_, call) => {
      const { userId: ann } = await aPerson();
      const answer = await call(ann, bob).catch(refusal);
      const shown = JSON.stringify(answer instanceof Map ? [...answer] : (answer ?? null));
      for (const secret of ['Bob', bob.userId, bob.accountId, bob.transactionId, bob.intentId]) {
        expect(shown).not.toContain(secret);
      }
      expect(await everythingOf(bob.userId)).toEqual(before);
    },
  );

  it('starts from a Bob who has a row in every table that holds something of a person', () => {
    expect([...before].filter(([, rows]) => rows === '[]').map(([name]) => name)).toEqual([]);
  });
});

it('every query there is takes part', async () => {
  const files = readdirSync(QUERIES, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const names: string[] = [];
  for (const file of files) {
    const loaded: Record<string, unknown> = await import(pathToFileURL(`${QUERIES}/${file}`).href);
    const isQuery = (name: string) =>
      typeof loaded[name] === 'function' && !String(loaded[name]).startsWith('class ');
    const noun = file.replaceAll('\\', '/').replace(/\.ts$/, '');
    names.push(
      ...Object.keys(loaded)
        .filter(isQuery)
        .map((name) => `${noun}.${name}`),
    );
  }
  expect(Object.keys(STRANGER_CALLS).sort()).toEqual(names.filter((name) => !NOT_CALLED.test(name)).sort());
});

/** The refusals that may answer her: not found, no lease, or the database's own keys and policies. */
function refusal(error: unknown): null {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null;
  const isRefusal =
    (error instanceof AppError && error.code === 'not-found') ||
    error instanceof LeaseLost ||
    // Foreign key, unique key, row-level security.
    ['23503', '23505', '42501'].includes(String(code));
  if (!isRefusal) throw error;
  return null;
}
