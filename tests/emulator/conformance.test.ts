/**
 * Every answer the emulator gives, against the types that Plaid publishes. A new endpoint needs one line:
 * in `conformance/item-examples.ts` when it takes an `access_token`, else in `conformance/lone-examples.ts`;
 * a new error that an endpoint throws has its line in `conformance/error-answers.ts`. People, custom users
 * and webhooks are found by themselves.
 */
import { beforeAll, expect, test } from 'vitest';
import { ERROR_TEXTS } from '@/emulator/errors/error-texts';
import { ROUTES } from '@/emulator/routes';
import { causeErrors, CAUSELESS, demandErrors, thrownCodes } from './conformance/error-answers';
import { ITEM_EXAMPLES } from './conformance/item-examples';
import { STATES, walkItem } from './conformance/item-walk';
import { everyLogIn } from './conformance/log-ins';
import { Lone } from './conformance/lone';
import { LONE_EXAMPLES } from './conformance/lone-examples';
import { Observer } from './conformance/observer';
import { type SentWebhook, type Steered, steeredEmulator } from './conformance/subject';
import { faultsOfWebhook, namedWebhookCodes, sendEveryWebhook } from './conformance/webhooks';

const observer = new Observer();
const logIns = everyLogIn();
const webhooks: SentWebhook[] = [];
/** Codes that came without being asked for. */
const codesOfTheirOwn = new Set<string>();

beforeAll(async () => {
  for (const logIn of logIns) await inAWorldOfItsOwn((alone) => walkItem(alone.emulator, observer, logIn));
  await inAWorldOfItsOwn(async (alone) => {
    const lone = new Lone(observer, alone);
    for (const [path, examples] of Object.entries(LONE_EXAMPLES)) {
      observer.place = path;
      for (const example of examples) await lone.call(path, await example(lone));
    }
    await causeErrors(lone, observer);
    for (const code of observer.codes) codesOfTheirOwn.add(code);
    await demandErrors(lone, observer);
    observer.place = 'webhooks';
    await sendEveryWebhook(lone);
  });
  for (const webhook of webhooks) {
    const name = `${String(webhook['webhook_type'])} ${String(webhook['webhook_code'])}`;
    observer.note(name, faultsOfWebhook(webhook));
  }
  console.info(
    `${observer.answers} answers of ${observer.successes.size} endpoints and ${webhooks.length} webhooks validated: ` +
      `${logIns.length} log-ins × ${Object.keys(STATES).length} states, ${observer.codes.size} error codes`,
  );
}, 180_000);

/** An emulator on the first day, so that no walk depends on those before it. */
async function inAWorldOfItsOwn(walk: (alone: Steered) => Promise<void>): Promise<void> {
  const alone = steeredEmulator();
  observer.turnTo(alone.subject);
  await walk(alone);
  await alone.emulator.idle();
  webhooks.push(...alone.webhooks);
  await alone.emulator.close();
}

test('every answer and every webhook is one that Plaid publishes, to the field', () => {
  expect(observer.faults).toEqual([]);
});

test('every endpoint has an example, and works in one', () => {
  const examples = { ...ITEM_EXAMPLES, ...LONE_EXAMPLES };
  expect(Object.keys(ROUTES).filter((path) => !Object.hasOwn(examples, path))).toEqual([]);
  expect(Object.keys(ROUTES).filter((path) => !observer.successes.has(path))).toEqual([]);
});

test('everyone who can log in was linked, the list of the README included', () => {
  expect(logIns.map(({ username }) => username)).toEqual(
    expect.arrayContaining(['user_good', 'demo_household', 'user_custom', 'user_transactions_dynamic']),
  );
  expect(observer.successes.get('/item/remove')).toBeGreaterThanOrEqual(logIns.length);
});

test('every error was met, and what an endpoint throws by its own cause', () => {
  const own = thrownCodes().filter((code) => !codesOfTheirOwn.has(code) && !Object.hasOwn(CAUSELESS, code));
  expect(own).toEqual([]);
  expect(Object.keys(ERROR_TEXTS).filter((code) => !observer.codes.has(code))).toEqual([]);
});

test('every webhook that the code names was sent', () => {
  const sent = new Set(webhooks.map((webhook) => webhook['webhook_code']));
  expect(namedWebhookCodes().filter((code) => !sent.has(code))).toEqual([]);
});
