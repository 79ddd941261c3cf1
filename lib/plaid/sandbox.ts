import 'server-only';
import { Products } from 'plaid';
import { env } from '@/lib/env';
import { callPlaid } from './client';

export type SandboxLogin = { institutionId: string; username: string; password: string };

/** A public token as Link would give it, without Link. The emulator and Plaid's Sandbox have this call only (SBX-8). */
export async function createSandboxPublicToken(login: SandboxLogin): Promise<string> {
  const data = await callPlaid((api) =>
    api.sandboxPublicTokenCreate({
      institution_id: login.institutionId,
      initial_products: [Products.Transactions],
      options: {
        override_username: login.username,
        override_password: login.password,
        webhook: `${env().APP_URL}/api/plaid/webhook`,
        transactions: { days_requested: 730 },
      },
    }),
  );
  return data.public_token;
}
