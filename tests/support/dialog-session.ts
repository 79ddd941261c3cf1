/** A session of Link driven by the calls that the dialog makes, without a browser. */
import type { Emulator } from '@/emulator';
import { EMULATOR_URL } from './emulator-client';

export type Bank = {
  readonly institution_id: string;
  readonly username: string;
  readonly password: string;
};

/** Opens the session of a link token; each call of `connect` shares every account of one bank. */
export async function dialogSession(emulator: Emulator, link_token: string) {
  const call = (name: string, body: object) => dialog(emulator, name, { link_token, ...body });
  const { link_session_id } = await call('session', {});
  return {
    connect: async (bank: Bank): Promise<string> => {
      const session = { link_session_id, ...bank };
      const { accounts } = await call('login', session);
      const account_keys = Array.isArray(accounts) ? accounts.map(({ key }) => String(key)) : [];
      const { public_token } = await call('finish', { ...session, account_keys });
      return String(public_token);
    },
  };
}

async function dialog(
  emulator: Emulator,
  name: string,
  body: object,
): Promise<Readonly<Record<string, unknown>>> {
  const url = `${EMULATOR_URL}/link/v2/stable/api/${name}`;
  const response = await emulator.handle(new Request(url, { method: 'POST', body: JSON.stringify(body) }));
  const answer: Readonly<Record<string, unknown>> = await response.json();
  if (!response.ok) throw new Error(`${name} answered ${JSON.stringify(answer)}`);
  return answer;
}
