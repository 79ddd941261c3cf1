/** Reads all pages of an Item as fast as its door allows, without parsing them. */
import { Agent, request } from 'node:http';
import type { Emulator } from '../emulator/index';

/** One call: path and body in, the bytes of the answer out. */
export type Call = (path: string, body: object) => Promise<Buffer>;

const KEYS = { client_id: 'emulator', secret: 'emulator' };

export type Reading = { readonly pages: number; readonly bytes: number; readonly perSecond: number };

/** From the first page to the last, one after the other. */
export async function readItem(call: Call, accessToken: string): Promise<Reading> {
  const since = performance.now();
  let [pages, bytes, cursor, more] = [0, 0, '', true];
  while (more) {
    const page = await call('/transactions/sync', { access_token: accessToken, count: 500, cursor });
    pages += 1;
    bytes += page.length;
    cursor = endOf(page, 'next_cursor');
    more = endOf(page, 'has_more') === 'true';
  }
  return { pages, bytes, perSecond: (pages * 1000) / (performance.now() - since) };
}

/** Over one line that is kept open. */
export function httpCall(port: number): Call {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return (path, body) =>
    new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path, method: 'POST', agent }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve(Buffer.concat(parts)));
      });
      sent.on('error', reject);
      sent.end(JSON.stringify({ ...KEYS, ...body }));
    });
}

/** Without a port, as tests use it. */
export function callInProcess(emulator: Emulator): Call {
  return async (path, body) => {
    const text = JSON.stringify({ ...KEYS, ...body });
    const answer = await emulator.handle(
      new Request(`http://emulator.test${path}`, { method: 'POST', body: text }),
    );
    return Buffer.from(await answer.arrayBuffer());
  };
}

/** A short member near the end of an answer. */
function endOf(page: Buffer, name: string): string {
  const at = page.lastIndexOf(`"${name}":`);
  return /:"?([^",}]*)/.exec(page.toString('utf8', at + name.length + 2, at + name.length + 300))?.[1] ?? '';
}
