/** An emulator whose webhooks end in a list instead of leaving the house. */
import type { PlaidApi } from 'plaid';
import type { Emulator, EmulatorOptions } from '@/emulator';
import { anEmulator, plaidClientFor } from './emulator-client';

export const HOOK = 'https://app.test/webhook';

export type ListeningEmulator = {
  readonly emulator: Emulator;
  readonly plaid: PlaidApi;
  /** The bodies that have come since the last look, in their order. */
  heard(): Promise<Record<string, unknown>[]>;
  /** Their codes alone. */
  codes(): Promise<unknown[]>;
};

export function listeningEmulator(options: Partial<EmulatorOptions> = {}): ListeningEmulator {
  const received: Record<string, unknown>[] = [];
  const emulator = anEmulator({
    ...options,
    deliver: async (request) => {
      received.push(JSON.parse(await request.text()));
      return new Response(null, { status: 200 });
    },
  });
  const heard = async () => {
    await emulator.idle();
    await emulator.idle();
    return received.splice(0);
  };
  const codes = async () => (await heard()).map((body) => body['webhook_code']);
  return { emulator, plaid: plaidClientFor(emulator), heard, codes };
}
