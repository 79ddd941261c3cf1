/** The emulator and the app from behind, as the pictures need them. */
import postgres from 'postgres';

/** The banks of one person, whose cookies `page` carries; each method ends when the app has heard of it all. */
export function bankOf(page, { url, databaseUrl }) {
  const itemIds = new Map();
  const plaidIdOf = new Map();
  const call = async (path, data) => {
    const headers = { 'PLAID-CLIENT-ID': 'emulator', 'PLAID-SECRET': 'emulator' };
    return (await mustAnswer(page.request.post(`/api/emulator${path}`, { data, headers }))).json();
  };
  const plaidIds = async () => (await call('/_emulator/items/list', {})).items.map(({ item_id }) => item_id);
  const sync = async (institution) => {
    await mustAnswer(page.request.post('/api/plaid/sync', { data: { itemId: itemIds.get(institution) } }));
    await untilSettled(page, itemIds.get(institution));
  };
  return {
    answer: () => call('/_emulator/faults/clear', {}),
    /** How long data of a new connection is on its way. */
    take: (ms) => call('/_emulator/delays/set', { initial_ms: ms, historical_ms: ms }),
    /** Links `user_good`, or a custom user's file, and answers the app's id; what comes is still on its way. */
    async link(institution, file, replaces) {
      const known = new Set(await plaidIds());
      const { public_token: publicToken } = await call('/sandbox/public_token/create', {
        institution_id: institution,
        initial_products: ['transactions', 'liabilities', 'investments'],
        options: {
          override_username: file ? 'user_custom' : 'user_good',
          override_password: file ?? 'pass_good',
          webhook: `${url}/api/plaid/webhook`,
        },
      });
      const data = { publicToken, ...(replaces && { replaces }) };
      const { itemId } = await (await mustAnswer(page.request.post('/api/plaid/exchange', { data }))).json();
      itemIds.set(institution, itemId);
      plaidIdOf.set(
        institution,
        (await plaidIds()).find((id) => !known.has(id)),
      );
      return itemId;
    },
    async connect(institution, file, replaces) {
      const itemId = await this.link(institution, file, replaces);
      await untilSettled(page, itemId);
      return itemId;
    },
    /** One of the emulator's levers on a bank, and a look at what it did. */
    async steer(path, institution, of = {}) {
      await call(`/_emulator${path}`, { item_id: plaidIdOf.get(institution), ...of });
      await sync(institution);
    },
    /** Calls there are refused with this code: the next one, or many. */
    async refuse(institution, endpoint, error_code, count = 1) {
      await call('/_emulator/faults/add', { endpoint, error_code, count });
      await sync(institution);
    },
    /** The person takes an account back, in Link. */
    async withdraw(institution, account, file) {
      await go(page, `/settings/connections/${itemIds.get(institution)}`);
      await page.getByRole('button', { name: 'Add or leave out accounts' }).click();
      const link = page.frameLocator('iframe[title^="Plaid Link"]');
      await link.getByLabel('User name').fill('user_custom');
      await link.getByLabel('Password').fill(file);
      await link.getByRole('button', { name: 'Log in', exact: true }).click();
      await link.getByRole('checkbox', { name: account }).uncheck();
      await link.getByRole('button', { name: 'Continue' }).click();
      await link.getByRole('button', { name: 'Finish' }).click();
      await page.getByRole('heading', { name: 'Accounts you no longer share' }).waitFor();
    },
    /** Changes no bank can make, such as time that went by. */
    async store(changes) {
      const sql = postgres(databaseUrl, { max: 1 });
      for (const change of changes(sql)) await change;
      await sql.end();
    },
  };
}

export async function mustAnswer(asked) {
  const answer = await asked;
  if (!answer.ok()) throw new Error(`${answer.url()} answered ${answer.status()}: ${await answer.text()}`);
  return answer;
}

/** Until the page of a connection waits for nothing. */
async function untilSettled(page, itemId) {
  for (let looks = 0; looks < 240; looks += 1) {
    const text = await (await page.request.get(`/settings/connections/${itemId}`)).text();
    if (text.includes('What has come in') && !/Being asked right now|In a moment/.test(text)) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`${itemId} did not come in.`);
}

export async function go(page, path) {
  await page.goto(path, { waitUntil: 'networkidle' });
}
