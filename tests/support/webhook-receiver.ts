import { createHash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { decodeProtectedHeader, importJWK, jwtVerify } from 'jose';
import type { PlaidApi } from 'plaid';

export type Delivery = { readonly code: string; readonly text: string; readonly token: string };

/** What a receiver answers to its n-th delivery, from 0. */
export type Answer = (index: number, outgoing: ServerResponse) => void;

const OK: Answer = (_, outgoing) => outgoing.writeHead(200).end();

/** An app's webhook address, on a port of its own. */
export async function webhookReceiver(answer: Answer = OK) {
  const received: Delivery[] = [];
  const server = createServer((incoming, outgoing) => {
    let text = '';
    incoming.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    incoming.on('end', () => {
      const token = String(incoming.headers['plaid-verification'] ?? '');
      received.push({ code: String(JSON.parse(text).webhook_code), text, token });
      answer(received.length - 1, outgoing);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    codes: () => received.map(({ code }) => code),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Verifies as Plaid's page on webhook verification says; throws what is wrong (VER-1 … VER-8). */
export async function verify(plaid: PlaidApi, { token, text }: Delivery): Promise<void> {
  if (token === '') throw new Error('unsigned');
  const { alg, kid = '' } = decodeProtectedHeader(token);
  if (alg !== 'ES256') throw new Error('another algorithm');
  const { key } = (await plaid.webhookVerificationKeyGet({ key_id: kid })).data;
  if (key.expired_at !== null) throw new Error('expired key');
  const jwk = await importJWK({ kty: key.kty, crv: key.crv, x: key.x, y: key.y }, 'ES256');
  const { payload } = await jwtVerify(token, jwk, { algorithms: ['ES256'], maxTokenAge: '5 min' });
  const hash = createHash('sha256').update(text).digest('hex');
  const told = Buffer.from(String(payload['request_body_sha256']));
  if (told.length !== 64 || !timingSafeEqual(told, Buffer.from(hash))) throw new Error('another body');
}
