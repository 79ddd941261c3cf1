/** Calls about bank statements. */
import { type Lone, WEBHOOK } from './lone';
import type { LoneExample } from './lone-examples';

const LAST_YEAR = { start_date: '2025-06-01', end_date: '2025-12-31' };

const plain: LoneExample = async (lone) => ({ access_token: await anItem(lone) });

export const STATEMENT_EXAMPLES: Readonly<Record<string, readonly LoneExample[]>> = {
  '/statements/download': [
    async (lone) => {
      const access_token = await anItem(lone);
      const { accounts } = await lone.call('/statements/list', { access_token });
      const [account] = JSON.parse(JSON.stringify(accounts));
      return { access_token, statement_id: account.statements[0].statement_id };
    },
  ],
  '/statements/list': [plain],
  '/statements/refresh': [
    async (lone) => {
      const access_token = await anItem(lone);
      const body = { access_token, start_date: '2025-01-01', end_date: '2025-05-31' };
      await lone.call('/statements/refresh', body);
      await lone.steer('/clock/advance', { ms: 60_000 });
      return body;
    },
  ],
};

/** An Item whose statements are there. */
async function anItem(lone: Lone): Promise<unknown> {
  const token = await lone.anItem({ webhook: WEBHOOK, statements: LAST_YEAR }, ['statements']);
  await lone.steer('/clock/advance', { days: 1 });
  return token;
}
