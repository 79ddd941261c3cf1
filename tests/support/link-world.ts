/** A world of one link token, for tests of the Link dialog's server side without the endpoints around it. */
import { Products } from 'plaid';
import { openLogin } from '@/emulator/generate/open-login';
import type { LinkTokenDocument } from '@/emulator/documents';
import { createLogins } from '@/emulator/logins';
import { Logs } from '@/emulator/transactions/logs';
import { answerLink } from '@/emulator/link/routes';
import { MemoryStore } from '@/emulator/stores/memory';
import { openWorld, type World } from '@/emulator/world';

export const NOW = Date.parse('2026-03-14T12:00:00Z');
const HOUR = 3_600_000;

export async function linkWorld(publicUrl = 'http://emulator.test'): Promise<World> {
  return openWorld({
    store: new MemoryStore(),
    config: {
      publicUrl,
      clientId: 'emulator',
      secret: 'emulator',
      seed: 'test',
      delays: { initial: 0, historical: 0, report: 0, webhookRetries: [] },
      controlEnabled: true,
    },
    realTime: () => NOW,
    openLogin,
    loginOf: createLogins(openLogin),
    logs: new Logs(),
  });
}

/** Puts a token into the world, as `/link/token/create` would. */
export async function aLinkToken(world: World, given: Partial<LinkTokenDocument> = {}): Promise<string> {
  const token = `link-sandbox-${Math.random()}`;
  await world.store.update('linkTokens', token, () => ({
    token,
    createdAt: NOW,
    expiresAt: NOW + 4 * HOUR,
    itemId: null,
    accountSelection: false,
    clientName: 'Evenkeel',
    clientUserId: 'ann',
    language: 'en',
    countryCodes: ['US'],
    products: [Products.Transactions],
    softProducts: [Products.Liabilities, Products.Investments],
    neededProducts: [Products.Transactions],
    consentedProducts: [],
    daysRequested: 730,
    webhook: null,
    redirectUri: 'https://app.test/oauth',
    institutionId: null,
    accountFilters: null,
    multiItem: false,
    routingNumber: null,
    returning: null,
    accountSelect: 'many',
    hosted: null,
    sessions: [],
    ...given,
  }));
  return token;
}

/** One call of the dialog. */
export async function dialogCall(world: World, name: string, body: Record<string, unknown>) {
  const path = `/link/v2/stable/api/${name}`;
  const request = new Request(`${world.config.publicUrl}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  const response = await answerLink(world, request, path);
  if (!response) throw new Error(`No answer at ${path}`);
  const answer: Record<string, unknown> = await response.json();
  return { body: answer };
}

/** A page below `/link/v2/stable/`, fetched or posted to as a browser does. */
export async function linkPage(world: World, name: string, form?: URLSearchParams): Promise<Response> {
  const address = new URL(`${world.config.publicUrl}/link/v2/stable/${name}`);
  const init = form ? { method: 'POST', body: form } : {};
  const response = await answerLink(
    world,
    new Request(address, init),
    `/link/v2/stable/${name.split('?')[0]}`,
  );
  if (!response) throw new Error(`No answer at ${name}`);
  return response;
}
