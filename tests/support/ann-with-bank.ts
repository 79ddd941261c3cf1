/** A person with one bank in the browser, and levers on it; the emulator tells the app of everything. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { useApp } from './browser';
import { callEmulator, connect, everythingIsHere } from './connect';
import { frameOf, logIn } from './link-dialog';
import { openWhole } from './open-whole';
import { signUp } from './sign-up';

/** A message, the look that it leads to, and pages read anew until it shows: on a machine that is busy. */
export const PATIENCE = 80_000;

const BANKS = {
  'First Platypus Bank': 'ins_109508',
  'First Gingham Credit Union': 'ins_109509',
  'Tattersall Federal Credit Union': 'ins_109510',
  'Tartan Bank': 'ins_109511',
  'Houndstooth Bank': 'ins_109512',
};

/** Ann, signed in on the page of her connection, with everything in. */
export async function annWith(
  app: ReturnType<typeof useApp>,
  bank: keyof typeof BANKS,
  login: { username: string; password: string },
) {
  const institutionId = BANKS[bank];
  const page = await app.newPage();
  await signUp(page);
  const pull = (path: string, body: object = {}) => callEmulator(page, `/_emulator${path}`, body);
  const webhook = `${app.url}/api/plaid/webhook`;
  const before = await itemsOf(page);
  const itemId = await connect(page, { institutionId, webhook, ...login });
  const known = new Set(before.map(({ item_id }) => item_id));
  const made = (await itemsOf(page)).find(({ item_id }) => !known.has(item_id));
  await everythingIsHere(page);
  const path = `/settings/connections/${itemId}`;
  await openWhole(page, path);
  return { page, path, pull, of: { item_id: String(made?.item_id) }, login };
}

/** Looks until a message of the bank has arrived: it is told when nobody looks. The log tells what was, and does not count. */
export async function reads(page: Page, path: string, text: string | RegExp): Promise<void> {
  await expect
    .poll(
      async () => {
        await openWhole(page, path);
        const main = page.getByRole('main');
        return main
          .getByText(text)
          .and(main.locator(':is(h2, strong, p, span, a, dd):not(ol *)'))
          .first()
          .isVisible();
      },
      { timeout: PATIENCE, interval: 500 },
    )
    .toBe(true);
}

/** Signs in where Link asks for it anew. */
export async function repairInDialog(
  page: Page,
  { username, password: word }: { username: string; password: string },
) {
  const link = frameOf(page);
  await logIn(link, username, word);
  return link;
}

/** The line of one kind of data. */
export const product = (page: Page, name: string) =>
  page
    .locator('section')
    .filter({ hasText: 'What has come in' })
    .getByRole('listitem')
    .filter({ hasText: name });

/** Buttons and links that call for a press: one at most. */
export const primaries = (page: Page) => page.locator('main button.bg-accent, main a.bg-accent').count();

/** The bank books something, of which the app is told: it looks. */
export async function wake({ page, pull, of }: Awaited<ReturnType<typeof annWith>>): Promise<void> {
  const item = (await itemsOf(page)).find(({ item_id }) => item_id === of.item_id);
  const account = item?.accounts.find(({ type }) => type === 'depository');
  const row = { ...of, account_id: account?.account_id, amount: 5, name: 'Corner Shop' };
  await pull('/transactions/add', row);
}

type Item = { item_id: string; accounts: { account_id: string; type: string }[] };

/** All that the emulator knows of. */
async function itemsOf(page: Page): Promise<Item[]> {
  return (await callEmulator(page, '/_emulator/items/list', {}))['items'] as Item[];
}
