/** Every webhook the emulator can send: fired, or brought about by what it tells of. */
import { faultsOf, valuesOfEnum, webhookTypes } from '@/tests/support/schema/published-types';
import { bareCode, codeFiles } from '@/tests/support/sources';
import { type Lone, WEBHOOK } from './lone';
import type { SentWebhook } from './subject';

const PRODUCTS = ['transactions', 'investments', 'liabilities', 'auth', 'assets', 'identity'];

/** Codes that can be fired and have no published type. */
const UNTYPED: Readonly<Record<string, string>> = {
  AUTH_DATA_UPDATE: 'an older name of AUTH/DEFAULT_UPDATE, which older pages tell to fire',
  AUTHORIZATION_GRANTED: 'is listed among the codes to fire and described nowhere',
};

/** What is wrong with a webhook's body by the best of the types published for its type and code. */
export function faultsOfWebhook(webhook: SentWebhook): readonly string[] {
  const type = String(webhook['webhook_type']);
  const code = String(webhook['webhook_code']);
  if (Object.hasOwn(UNTYPED, code)) return [];
  const names = webhookTypes().flatMap((known) =>
    known.type === type && known.code === code ? [known.name] : [],
  );
  if (names.length === 0) return ['no such webhook is published'];
  const faults = names.map((name) => faultsOf(name, webhook));
  return faults.sort((one, other) => one.length - other.length)[0] ?? [];
}

/** Fires all that can be fired, for an Item with every product, and then lets things happen to it. */
export async function sendEveryWebhook(lone: Lone): Promise<void> {
  const { call, steer } = lone;
  const access_token = await lone.anItem({ webhook: WEBHOOK }, PRODUCTS);
  await call('/transactions/sync', { access_token });
  await steer('/clock/advance', { days: 2 });
  for (const webhook_code of valuesOfEnum('SandboxItemFireWebhookRequestWebhookCodeEnum')) {
    await call('/sandbox/item/fire_webhook', { access_token, webhook_code });
    for (const webhook_type of valuesOfEnum('WebhookType')) {
      await call('/sandbox/item/fire_webhook', { access_token, webhook_type, webhook_code });
    }
  }
  const { accounts, item } = await call('/accounts/get', { access_token });
  const item_id = Reflect.get(Object(item), 'item_id');
  const account_id = Reflect.get(Object(Array.isArray(accounts) ? accounts[0] : null), 'account_id');
  await steer('/transactions/add', { item_id, account_id, amount: 5, name: 'Kiosk' });
  await call('/transactions/refresh', { access_token });
  for (const lever of ['new-accounts-available', 'expire-consent', 'break', 'heal']) {
    await steer(`/items/${lever}`, { item_id });
  }
  await steer('/items/close-account', { item_id, account_id });
  await call('/item/webhook/update', { access_token, webhook: 'https://app.test/new-webhook' });
}

/** Published codes of webhooks that the emulator's code names. */
export function namedWebhookCodes(): string[] {
  const published = new Set(webhookTypes().map(({ code }) => code));
  const sources = codeFiles.filter((path) => path.startsWith('emulator/')).map(bareCode);
  const named = sources.flatMap((text) => [...text.matchAll(/'([A-Z_]+)'/g)].map(([, word = '']) => word));
  return [...new Set(named)].filter((word) => published.has(word)).sort();
}
