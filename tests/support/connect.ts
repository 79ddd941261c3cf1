/** A bank connected by HTTP alone, and what the app then gives out. */
import Papa from 'papaparse';
import type { APIResponse } from 'playwright-core';
import { vi } from 'vitest';
import type { Visitor } from './sign-up';

const HEADERS = { 'PLAID-CLIENT-ID': 'emulator', 'PLAID-SECRET': 'emulator' };

/** With a `webhook` the bank tells of what is new there. */
export type Login = { username?: string; password?: string; institutionId?: string; webhook?: string };

/** A public token as Link would hand it over; without a webhook, the app has to look for itself. */
export async function aPublicToken(visitor: Visitor, login: Login = {}): Promise<string> {
  const { public_token } = await callEmulator(visitor, '/sandbox/public_token/create', {
    institution_id: login.institutionId ?? 'ins_109508',
    initial_products: ['transactions', 'liabilities', 'investments'],
    options: {
      override_username: login.username ?? 'user_good',
      override_password: login.password ?? 'pass_good',
      transactions: { days_requested: 730 },
      ...(login.webhook === undefined ? {} : { webhook: login.webhook }),
    },
  });
  return String(public_token);
}

/** One call of the emulator as Plaid's client makes it. */
export async function callEmulator(
  visitor: Visitor,
  path: string,
  data: object,
): Promise<Record<string, unknown>> {
  const answer = await visitor.request.post(`/api/emulator${path}`, { headers: HEADERS, data });
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
  return answer.json();
}

/** From now on, a new connection's data is there at once. */
export async function banksAnswerAtOnce(visitor: Visitor): Promise<void> {
  await callEmulator(visitor, '/_emulator/delays/set', { initial_ms: 0, historical_ms: 0 });
}

/** From now on, the first days and then the whole history of a new connection come as in the demo. */
export async function banksTakeTheirTime(visitor: Visitor): Promise<void> {
  await callEmulator(visitor, '/_emulator/delays/set', { initial_ms: 1500, historical_ms: 5000 });
}

export function exchange(visitor: Visitor, publicToken: string): Promise<APIResponse> {
  return visitor.request.post('/api/plaid/exchange', { data: { publicToken } });
}

/** Connects a login and answers our id of the connection, while its data is still on its way. */
export async function connect(visitor: Visitor, login: Login = {}): Promise<string> {
  const answer = await exchange(visitor, await aPublicToken(visitor, login));
  if (answer.status() !== 201) throw new Error(`The exchange answered ${answer.status()}`);
  const { itemId } = await answer.json();
  return itemId;
}

/** The ids of the connections that the person sees. */
export async function connectionsOf(visitor: Visitor): Promise<string[]> {
  const html = await (await visitor.request.get('/settings/connections')).text();
  return [
    ...new Set([...html.matchAll(/href="\/settings\/connections\/([\w-]{36})"/g)].map(([, id]) => id ?? '')),
  ];
}

/** Waits until each connection's page says that nothing more is on its way. */
export async function everythingIsHere(visitor: Visitor, connections = 1): Promise<void> {
  const look = async () => {
    const ids = await connectionsOf(visitor);
    const pages = await Promise.all(ids.map((id) => visitor.request.get(`/settings/connections/${id}`)));
    const texts = await Promise.all(pages.map((page) => page.text()));
    const count = texts.filter((text) => text.includes('What has come in')).length;
    if (count !== connections) throw new Error(`${count} of ${connections} connections have everything.`);
  };
  await vi.waitFor(look, { timeout: 60_000, interval: 500 });
}

export type ExportedRow = Record<string, string>;

/** The person's transactions as the CSV download has them. */
export async function exportedRows(visitor: Visitor, query = ''): Promise<ExportedRow[]> {
  const answer = await visitor.request.get(`/api/export/transactions.csv${query}`);
  if (!answer.ok()) throw new Error(`The export answered ${answer.status()}`);
  const { data } = Papa.parse<ExportedRow>(await answer.text(), { header: true, skipEmptyLines: true });
  return data;
}

/** What rows of the download come to, in cents. */
export function sumOf(rows: readonly ExportedRow[]): number {
  return rows.reduce((sum, { amount }) => sum + cents(amount), 0);
}

/** A decimal as the app writes it ("-64.12") in cents. */
export function cents(decimal: string | null | undefined): number {
  return Math.round(Number(decimal ?? Number.NaN) * 100);
}
