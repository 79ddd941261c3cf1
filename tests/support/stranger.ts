/** An app that was not written here: pages on a port of their own, with Link from an emulator on another port. */
import { createServer, type Server } from 'node:http';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { Configuration, CountryCode, type LinkTokenCreateRequest, PlaidApi, Products } from 'plaid';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { createEmulator, type Emulator } from '@/emulator';
import { listen } from '@/emulator/node-server';
import { MemoryStore } from '@/emulator/stores/memory';
import { chromiumFlags, ensureChromium } from '../../scripts/chromium.mjs';
import { findFreePort } from '../../scripts/port.mjs';

/** Call once at the top of a file. A page error or a console error fails the test that it happened in. */
export function useStranger(): Stranger {
  const stranger = new Stranger();
  beforeAll(() => stranger.start());
  afterEach(() => stranger.settle());
  afterAll(() => stranger.stop());
  return stranger;
}

/** What a page's callbacks heard, in order. */
export type Heard = {
  readonly what: string;
  readonly first: unknown;
  readonly metadata: Record<string, unknown>;
};

class Stranger {
  /** Where the emulator is. */
  emulatorUrl = '';
  /** Where the app is. */
  url = '';
  /** Bodies of webhooks, as they came. */
  webhooks: Record<string, unknown>[] = [];
  #pages = new Map<string, string>();
  #servers: Server[] = [];
  #emulator: Emulator | undefined;
  #browser: Browser | undefined;
  #contexts: BrowserContext[] = [];
  #complaints: string[] = [];

  async start(): Promise<void> {
    const port = await findFreePort();
    this.emulatorUrl = `http://localhost:${port}`;
    const emulator = createEmulator({
      store: new MemoryStore(),
      publicUrl: this.emulatorUrl,
      controlEnabled: true,
      delays: { initial: 0, historical: 0, webhookRetries: [] },
    });
    this.#emulator = emulator;
    const { server } = await listen((request) => emulator.handle(request), port);
    this.#servers = [server, await this.#serveApp()];
    this.#browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags });
  }

  get plaid(): PlaidApi {
    const headers = { 'PLAID-CLIENT-ID': 'emulator', 'PLAID-SECRET': 'emulator' };
    return new PlaidApi(
      new Configuration({ basePath: this.emulatorUrl, baseOptions: { headers, proxy: false } }),
    );
  }

  async linkToken(given: Partial<LinkTokenCreateRequest> = {}): Promise<string> {
    return (await this.newLinkToken(given)).link_token;
  }

  async newLinkToken(given: Partial<LinkTokenCreateRequest> = {}) {
    const { data } = await this.plaid.linkTokenCreate({
      client_name: 'Stranger',
      language: 'en',
      country_codes: [CountryCode.Us],
      user: { client_user_id: 'bob' },
      ...(given.access_token === undefined && { products: [Products.Transactions] }),
      webhook: `${this.url}/webhook`,
      ...given,
    });
    return data;
  }

  /** Opens a page with this body; `Plaid` is there, and `heard(name)` makes a callback that is written down. */
  async show(script: string, options: BrowserContextOptions = {}, body = ''): Promise<Page> {
    const page = await this.newPage(options);
    await page.goto(this.addPage('/', this.withLink(script, body)));
    return page;
  }

  withLink(script: string, body = ''): string {
    return `<!doctype html><html lang="en"><head><title>Stranger</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<script src="${this.emulatorUrl}/link/v2/stable/link-initialize.js"></script></head>
<body><main><h1>A page of another app</h1><button id="open">Connect</button>${body}</main>
<script>${RECORDER}${script}</script></body></html>`;
  }

  /** Puts a page at a path, and returns its address. */
  addPage(path: string, html: string): string {
    this.#pages.set(path, html);
    return `${this.url}${path}`;
  }

  async newPage(options: BrowserContextOptions = {}): Promise<Page> {
    if (!this.#browser) throw new Error('The browser is started before the tests of a file, not earlier.');
    const context = await this.#browser.newContext({ viewport: { width: 1200, height: 800 }, ...options });
    this.#contexts.push(context);
    context.on('weberror', (error) => this.#complaints.push(error.error().message));
    context.on('console', (message) => {
      if (message.type() === 'error') this.#complaints.push(message.text());
    });
    return context.newPage();
  }

  async settle(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
    this.webhooks = [];
    const complaints = this.#complaints.splice(0);
    if (complaints.length > 0) throw new Error(`The browser complained:\n${complaints.join('\n')}`);
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
    for (const server of this.#servers) {
      server.close();
      server.closeAllConnections();
    }
    await this.#emulator?.close();
  }

  async #serveApp(): Promise<Server> {
    const port = await findFreePort();
    this.url = `http://127.0.0.1:${port}`;
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', this.url);
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (request.method === 'POST') this.webhooks.push(JSON.parse(Buffer.concat(chunks).toString()));
        const page = this.#pages.get(pathname);
        const isThere = request.method === 'POST' || page !== undefined || pathname === '/favicon.ico';
        response.writeHead(isThere ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
        response.end(page ?? '');
      });
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return server;
  }
}

const RECORDER = `window.log = [];
const heard = (what) => (first, metadata) => window.log.push({ what, first: first ?? null, metadata: metadata ?? {} });
const callbacks = { onSuccess: heard('success'), onExit: heard('exit'), onEvent: heard('event'), onLoad: heard('load') };
`;

/** What the page's callbacks heard so far. */
export async function heardOn(page: Page): Promise<Heard[]> {
  return page.evaluate('window.log');
}

/** Names of events, with the view or what else tells them apart. */
export function eventsIn(heard: readonly Heard[]): string[] {
  return heard
    .filter(({ what }) => what === 'event')
    .map(({ first, metadata }) => [first, metadata['view_name']].filter(Boolean).join(' '));
}
