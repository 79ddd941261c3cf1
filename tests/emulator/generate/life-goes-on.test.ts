/** What the people's lives are made of: rhythms, news after the link, and the same bytes on any machine. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { openLogin } from '@/emulator/generate/open-login';
import { detectStreams } from '@/emulator/recurring/detect';
import { day } from '@/lib/core/day';
import { isBank, type Lived, lived, NAMES } from './lived-households';

const LINKED_ON = ['2024-02-29', '2026-11-21'].map(day);

const everyone = LINKED_ON.map((linkedOn) => ({
  linkedOn,
  people: NAMES.map((name) => lived(name, linkedOn)),
}));

describe.each(everyone)('after the link on $linkedOn', ({ linkedOn, people }) => {
  it.each(people)(
    '$persona.seed has rows that wait, and post with another amount, name or day',
    ({ accounts }) => {
      const waiting = futureOf({ accounts }, linkedOn).flatMap((movement) =>
        movement.pending && !movement.pending.vanishes ? [{ ...movement, pending: movement.pending }] : [],
      );
      expect(waiting.some(({ pending, posted }) => pending.row.amount !== posted.amount)).toBe(true);
      expect(waiting.some(({ pending, posted }) => pending.row.name !== posted.name)).toBe(true);
      expect(waiting.some(({ pending, posted }) => pending.row.date !== posted.date)).toBe(true);
      expect(waiting.some(({ pending }) => pending.linked)).toBe(true);
      expect(waiting.some(({ pending }) => !pending.linked)).toBe(true);
    },
  );

  it('brings holds that vanish, corrections and removals', () => {
    const coming = people.flatMap((person) => futureOf(person, linkedOn));
    expect(coming.some(({ pending }) => pending?.vanishes)).toBe(true);
    expect(coming.some(({ correction }) => correction)).toBe(true);
    expect(coming.some(({ removedOn }) => removedOn)).toBe(true);
  });

  it('shows streams of every rhythm and every state, found in the rows', () => {
    const streams = people.flatMap((person) => streamsOf(person));
    const seen = (of: (stream: (typeof streams)[number]) => string) => [...new Set(streams.map(of))].sort();
    expect(seen(({ cadence }) => cadence)).toEqual(
      ['ANNUALLY', 'BIWEEKLY', 'MONTHLY', 'SEMI_MONTHLY', 'UNKNOWN', 'WEEKLY'].sort(),
    );
    expect(seen(({ status }) => status)).toEqual(['EARLY_DETECTION', 'MATURE', 'TOMBSTONED']);
    const ended = streams.filter(({ status, isActive }) => status === 'MATURE' && !isActive);
    expect(ended.map(({ last }) => last.merchantName)).toContain('Hulu');
  });

  it('names the foreign amount, and charges for it', () => {
    const [freelancer] = people.filter(({ persona }) => persona.seed === 'user_freelancer');
    const rows = freelancer?.accounts.flatMap(({ movements }) => movements.map(({ posted }) => posted)) ?? [];
    const abroad = rows.filter(({ originalDescription }) =>
      / (EUR|GBP) \d+\.\d\d @ \d\.\d{4}$/.test(originalDescription),
    );
    expect(abroad.some(({ amount }) => amount > 0)).toBe(true);
    expect(abroad.some(({ amount }) => amount < 0)).toBe(true);
    const fees = rows.filter(({ category }) => category?.detailed === 'BANK_FEES_FOREIGN_TRANSACTION_FEES');
    expect(fees.length).toBeGreaterThan(20);
  });
});

function futureOf({ accounts }: Pick<Lived, 'accounts'>, linkedOn: string) {
  return accounts.flatMap(({ movements }) => movements).filter(({ appearsOn }) => appearsOn > linkedOn);
}

function streamsOf({ accounts, linkedOn }: Lived) {
  const rows = accounts
    .filter((account) => isBank(account) && account.type !== 'loan')
    .flatMap(({ key, movements }) =>
      movements
        .filter(({ posted, pending }) => posted.date <= linkedOn && !pending?.vanishes)
        .map(({ key: id, posted }) => ({
          ...posted,
          id,
          accountKey: key,
          category: posted.category?.detailed ?? null,
        })),
    );
  return detectStreams(rows, linkedOn);
}

/** Prints the hash of what two of them hold, as a program of its own. */
const PRINT_HASHES = `
  import { createHash } from 'node:crypto';
  import { openLogin } from './emulator/generate/open-login.ts';
  for (const [username, institutionId] of [['user_trouble', 'ins_109508'], ['user_student', 'ins_109511']]) {
    const opened = openLogin({ username, password: 'pass_good', institutionId }, '2026-11-21');
    console.log(createHash('sha256').update(JSON.stringify(opened.login.accounts)).digest('hex'));
  }`;

it('is the same to the byte in another process, at the other end of the world, in another language', async () => {
  const here = [
    ['user_trouble', 'ins_109508'],
    ['user_student', 'ins_109511'],
  ].map(([username = '', institutionId = '']) => {
    const opened = openLogin({ username, password: 'pass_good', institutionId }, day('2026-11-21'));
    if ('error' in opened) throw new Error(opened.error);
    return createHash('sha256').update(JSON.stringify(opened.login.accounts)).digest('hex');
  });
  const env = { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' };
  const program = ['--import', 'tsx', '--input-type=module', '--eval', PRINT_HASHES];
  const { stdout } = await promisify(execFile)(process.execPath, program, { env });
  expect(stdout.trim().split('\n')).toEqual(here);
});
