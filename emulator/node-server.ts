/** The emulator on a port: Node's HTTP on one side, Request and Response on the other. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const LOCAL = '127.0.0.1';

export type Handle = (request: Request) => Promise<Response>;

/** Listens on this machine alone (EMU-4); port 0 takes a free one. Throws when the port is taken. */
export async function listen(handle: Handle, port: number): Promise<{ server: Server; port: number }> {
  const server = createServer((incoming, outgoing) => {
    answer(handle, incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOCAL, resolve);
  });
  const address = server.address();
  return { server, port: typeof address === 'object' && address ? address.port : port };
}

async function answer(handle: Handle, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const response = await handle(requestOf(incoming));
  // A planned fault: the line goes dead in the middle of the answer.
  if (response.headers.has('x-emulator-drop')) {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(response.status, [...response.headers].flat());
  await pipeline(response.body ?? [], outgoing);
}

function requestOf(incoming: IncomingMessage): Request {
  const { method = 'GET', url = '/', headers } = incoming;
  const sent = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const one of [value ?? []].flat()) sent.append(name, one);
  }
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const body = hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' as const } : {};
  const address = addressOf(url, headers.host ?? LOCAL);
  // Two methods that no request may have are asked as if they were a look at nothing.
  if (FORBIDDEN.has(method)) return new Request(address, { headers: sent });
  return new Request(address, { method, headers: sent, ...body });
}

const FORBIDDEN: ReadonlySet<string> = new Set(['TRACE', 'CONNECT', 'TRACK']);

/** Where the request goes; what is no address, or names no host, goes to a path that is not there. */
function addressOf(url: string, host: string): URL {
  const whole = url.startsWith('/') ? `http://${host}${url}` : url;
  return URL.parse(whole) ?? new URL(`http://${LOCAL}/-`);
}
