/** What the emulator writes down about its calls: one line each, with the request id, never a secret. */
import { Products } from 'plaid';
import { expect, it } from 'vitest';
import { ROUTES } from '@/emulator/routes';
import { anEmulator, EMULATOR_URL, plaidClientFor } from '../support/emulator-client';
import { linkedItem } from '../support/linked-item';

const PASSWORD = '{"seed":"hunter2"}';

it('has one line per call of every endpoint, and no token, secret or password in any', async () => {
  const lines: string[] = [];
  const emulator = anEmulator({ secret: 'app-secret', log: (line) => lines.push(line) });
  const plaid = plaidClientFor(emulator, { 'PLAID-CLIENT-ID': 'emulator', 'PLAID-SECRET': 'app-secret' });
  const given = { username: 'user_custom', password: PASSWORD, products: [Products.Transactions] };
  const { accessToken } = await linkedItem(plaid, given);
  const { data } = await plaid.sandboxPublicTokenCreate({
    institution_id: 'ins_109508',
    initial_products: [Products.Assets],
  });
  const secrets = ['app-secret', 'hunter2', accessToken, data.public_token];
  for (const path of Object.keys(ROUTES)) {
    lines.length = 0;
    const ids = [];
    for (const body of bodies(accessToken, data.public_token)) {
      const request = new Request(`${EMULATOR_URL}${path}`, {
        method: 'POST',
        body: JSON.stringify({ client_id: 'emulator', secret: 'app-secret', ...body }),
      });
      const response = await emulator.handle(request);
      ids.push(await requestIdOf(response));
    }
    expect(lines).toHaveLength(ids.length);
    for (const [index, line] of lines.entries()) {
      expect(line).toMatch(new RegExp(`^POST ${path} \\d{3} .*${ids[index]} \\d+ms$`));
      expect(secrets.filter((secret) => line.includes(secret))).toEqual([]);
      expect(line).not.toMatch(/(access|public|link|user|assets)-sandbox|pass_good/);
    }
  }
});

/** Right for some endpoint and wrong for most: each is answered somehow, and each answer is a line. */
function bodies(accessToken: string, publicToken: string): object[] {
  return [
    { access_token: accessToken },
    { access_token: [accessToken] },
    { access_token: accessToken, nonsense: publicToken },
    { public_token: publicToken },
    { access_token: `${accessToken}x` },
    { asset_report_token: accessToken, user_token: publicToken, link_token: publicToken },
  ];
}

async function requestIdOf(response: Response): Promise<string> {
  const header = response.headers.get('plaid-request-id');
  if (header !== null) return header;
  const { request_id } = (await response.json()) as { request_id: string };
  return request_id;
}
