/** The built app on a database of its own, in a real browser that reports every complaint. */
import { readFileSync, rmSync } from 'node:fs';
import {
  type APIRequestContext,
  chromium,
  request,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { chromiumFlags, ensureChromium } from '../../scripts/chromium.mjs';
import { lastLines, startNext } from '../../scripts/next-server.mjs';
import { findFreePort } from '../../scripts/port.mjs';
import { inData } from '../../scripts/project.mjs';
import { newSecrets } from '../../scripts/secrets.mjs';
import { watchPage } from './complaints';
import { banksAnswerAtOnce } from './connect';
import { newDatabase } from './new-database';

/**
 * Call once at the top of a file in `tests/browser`. The app starts before its tests and stops after them. Its
 * banks have everything at once, unless a test calls `banksTakeTheirTime`.
 * `newPage()` opens a page of a stranger (own cookies); a page error, a console error, a violation of the
 * content security policy or a request to another machine fails the test, unless `allow(pattern)` expected it.
 * A failed test leaves pictures of its pages in `test-results/`, and the end of the app's log on the console.
 */
export function useApp() {
  const app = new App();
  beforeAll(() => app.start());
  beforeEach(() => app.forget());
  afterEach(({ task }) => app.settle(task.result?.state === 'fail' ? task.name : undefined));
  afterAll(() => app.stop());
  return app;
}

class App {
  url = '';
  #browser: Promise<Browser> | undefined;
  #server: Awaited<ReturnType<typeof startNext>> | undefined;
  #port = 0;
  #settings: Record<string, string> = {};
  #contexts: BrowserContext[] = [];
  #visitors: APIRequestContext[] = [];
  #complaints: string[] = [];
  #allowed: RegExp[] = [];

  async start(): Promise<void> {
    this.#port = await findFreePort();
    this.url = `http://localhost:${this.#port}`;
    this.#settings = { ...(await settings()), APP_URL: this.url };
    await this.#startServer();
    await banksAnswerAtOnce(await this.newVisitor());
  }

  /** Kills the app as a power cut would, and starts it again on the same data at the same address. */
  async crash(): Promise<void> {
    const child = this.#server?.child;
    const gone = new Promise((settle) => child?.once('exit', settle));
    child?.kill('SIGKILL');
    await gone;
    await this.#startServer();
  }

  /** A page in a fresh browser profile, at desktop width unless the options say otherwise. */
  async newPage(options: BrowserContextOptions = {}): Promise<Page> {
    // A file that opens no page needs none.
    this.#browser ??= chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags });
    const browser = await this.#browser;
    const viewport = { width: 1440, height: 900 };
    const context = await browser.newContext({ baseURL: this.url, viewport, ...options });
    this.#contexts.push(context);
    await watchPage(context, this.url, (complaint) => this.#complaints.push(complaint));
    return context.newPage();
  }

  /** Someone with cookies of their own and no browser. A redirect is an answer, not followed. Lasts for the file. */
  async newVisitor(): Promise<{ request: APIRequestContext }> {
    const visitor = await request.newContext({ baseURL: this.url, maxRedirects: 0 });
    this.#visitors.push(visitor);
    return { request: visitor };
  }

  /** A setting of the running app: its database, its secrets. */
  setting(name: string): string {
    const value = this.#settings[name];
    if (!value) throw new Error(`The app runs without ${name}.`);
    return value;
  }

  /** All that the app wrote to its log since it was started. */
  readLog(): string {
    return readFileSync(this.#log, 'utf8');
  }

  /** For the rest of this test, complaints that match are expected. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  forget(): void {
    this.#complaints = [];
    this.#allowed = [];
  }

  async settle(failedTest: string | undefined): Promise<void> {
    const contexts = this.#contexts.splice(0);
    if (failedTest) await this.#report(failedTest, contexts);
    await Promise.all(contexts.map((context) => context.close()));
    const unexpected = this.#complaints.filter(
      (line) => !this.#allowed.some((pattern) => pattern.test(line)),
    );
    if (unexpected.length > 0) throw new Error(`The browser complained:\n${unexpected.join('\n')}`);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#visitors.splice(0).map((visitor) => visitor.dispose()));
    await (await this.#browser)?.close();
    await this.#server?.stop();
    rmSync(this.#log, { force: true });
  }

  async #startServer(): Promise<void> {
    this.#server = await startNext('start', { port: this.#port, env: this.#settings, log: this.#log });
  }

  async #report(test: string, contexts: BrowserContext[]): Promise<void> {
    const name = test.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    const pages = contexts.flatMap((context) => context.pages());
    await Promise.all(
      pages.map((page, index) => page.screenshot({ path: `test-results/${name}-${index + 1}.png` })),
    );
    console.error(`The app's log:\n${lastLines(this.#log)}`);
  }

  get #log(): string {
    return inData(`test-app-${this.#port}.log`);
  }
}

/** Empty settings keep a developer's own `.env` out. */
async function settings(): Promise<Record<string, string>> {
  const unset = [
    'PLAID_CLIENT_ID',
    'PLAID_SECRET',
    'PLAID_BASE_URL',
    'DATABASE_URL_UNPOOLED',
    'SMTP_URL',
    'MAIL_FROM',
  ];
  return {
    ...Object.fromEntries(unset.map((name) => [name, ''])),
    ...newSecrets(),
    DATABASE_URL: await newDatabase(),
    PLAID_ENV: 'emulator',
    EMULATOR_CONTROL: '1',
    AUTH_TRUST_HOST: '1',
  };
}
