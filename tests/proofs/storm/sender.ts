/**
 * Sends a storm, as a process of its own: what measures must not wait for what is measured. Reads what to send
 * from its input and prints how it went. Each request is made up beforehand and goes over a connection that
 * stays open, so that little of the machine is the sender's.
 */
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

/** `overMs`: the time from the first to the last; they come evenly. */
export type Storm = { port: number; overMs: number; webhooks: { body: string; signature: string }[] };

export type Sent = {
  /** In the order sent. `ms` counts from when it was due: one that had to wait for a connection waited too. */
  answers: { status: number; ms: number }[];
  seconds: number;
  processorMs: number;
};

const MOST_CONNECTIONS = 128;

const storm: Storm = JSON.parse(await text(process.stdin));
const requests = storm.webhooks.map((webhook) => requestOf(webhook));
const free: Socket[] = [];
const waiting: ((connection: Socket) => void)[] = [];
let opened = 0;

const processorBefore = process.cpuUsage();
const begun = performance.now();
const answers = await Promise.all(await inTime());
const seconds = (performance.now() - begun) / 1000;
const { user, system } = process.cpuUsage(processorBefore);
const sent: Sent = { answers, seconds, processorMs: (user + system) / 1000 };
process.stdout.write(JSON.stringify(sent), () => process.exit(0));

/** Begins each when it is due, answered or not. */
async function inTime(): Promise<Promise<Sent['answers'][number]>[]> {
  const under: Promise<Sent['answers'][number]>[] = [];
  for (const [index, request] of requests.entries()) {
    const due = begun + (index * storm.overMs) / requests.length;
    if (due > performance.now()) await sleep(due - performance.now());
    under.push(send(request).then((status) => ({ status, ms: performance.now() - due })));
  }
  return under;
}

/** The status that was answered; 0 when the line went dead. */
async function send(request: Buffer): Promise<number> {
  const connection = await take();
  const status = await exchange(connection, request);
  give(status === 0 ? open() : connection);
  return status;
}

/** The one that has been free longest, so that none is idle until the server closes it. */
async function take(): Promise<Socket> {
  const kept = free.shift();
  if (kept) return kept;
  if (opened >= MOST_CONNECTIONS) return new Promise((settle) => waiting.push(settle));
  opened += 1;
  return open();
}

function open(): Socket {
  return connect({ port: storm.port, host: '127.0.0.1', noDelay: true });
}

function give(connection: Socket): void {
  const next = waiting.shift();
  if (next) next(connection);
  else free.push(connection);
}

function exchange(connection: Socket, request: Buffer): Promise<number> {
  return new Promise((settle) => {
    let answer = '';
    const end = (status: number) => {
      connection.removeAllListeners();
      settle(status);
    };
    connection.on('data', (bytes) => {
      answer += bytes.toString('latin1');
      if (isWhole(answer)) end(Number(answer.slice(9, 12)));
    });
    connection.on('error', () => end(0));
    connection.on('close', () => end(0));
    connection.write(request);
  });
}

/** What is answered has no body, or comes in chunks of which the last is empty. */
function isWhole(answer: string): boolean {
  const isChunked = /^transfer-encoding: chunked/im.test(answer);
  return isChunked ? answer.endsWith('\r\n0\r\n\r\n') : answer.includes('\r\n\r\n');
}

function requestOf({ body, signature }: Storm['webhooks'][number]): Buffer {
  return Buffer.from(
    [
      'POST /api/plaid/webhook HTTP/1.1',
      `host: 127.0.0.1:${storm.port}`,
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
      `plaid-verification: ${signature}`,
      '',
      body,
    ].join('\r\n'),
  );
}
