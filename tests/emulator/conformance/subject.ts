/** Who is examined: the emulator in process, one at another address, or Plaid's own Sandbox. */
import { anEmulator, EMULATOR_URL } from '@/tests/support/emulator-client';
import type { Emulator } from '@/emulator';

export type Reply = { readonly status: number; readonly contentType: string; readonly text: string };

/** Takes a path of the API and a body as text; credentials are in the headers. */
export type Subject = { post(path: string, body: string): Promise<Reply> };

/** A webhook as it went over the wire, without its signature. */
export type SentWebhook = Readonly<Record<string, unknown>>;

export type Steered = {
  readonly subject: Subject;
  readonly emulator: Emulator;
  /** Everything that was sent so far. */
  readonly webhooks: readonly SentWebhook[];
};

const EMULATORS_OWN = { clientId: 'emulator', secret: 'emulator' };

/** An emulator whose clock stands still and whose data takes hours, so that every state can be looked at. */
export function steeredEmulator(): Steered {
  const webhooks: SentWebhook[] = [];
  const emulator = anEmulator({
    realTime: () => Date.parse('2026-03-12T09:30:00Z'),
    delays: { initial: 3_600_000, historical: 7_200_000, webhookRetries: [] },
    deliver: async (request) => {
      const body: SentWebhook = await request.json();
      webhooks.push(body);
      return new Response();
    },
  });
  return {
    emulator,
    webhooks,
    subject: subjectAt(EMULATOR_URL, EMULATORS_OWN, (request) => emulator.handle(request)),
  };
}

/** What the environment names: see `emulator/README.md`, Conformance. Without keys it is an emulator. */
export function subjectOfEnvironment(): Subject {
  const { CONFORMANCE_CLIENT_ID: clientId, CONFORMANCE_SECRET: secret, CONFORMANCE_URL: url } = process.env;
  if (url) return subjectAt(url, { clientId: clientId ?? 'emulator', secret: secret ?? 'emulator' }, fetch);
  const emulator = anEmulator();
  return subjectAt(EMULATOR_URL, EMULATORS_OWN, (request) => emulator.handle(request));
}

function subjectAt(
  url: string,
  { clientId, secret }: { readonly clientId: string; readonly secret: string },
  send: (request: Request) => Promise<Response>,
): Subject {
  const headers = { 'content-type': 'application/json', 'PLAID-CLIENT-ID': clientId, 'PLAID-SECRET': secret };
  return {
    async post(path, body) {
      const response = await send(new Request(`${url}${path}`, { method: 'POST', headers, body }));
      const contentType = response.headers.get('content-type') ?? '';
      return { status: response.status, contentType, text: await response.text() };
    },
  };
}
