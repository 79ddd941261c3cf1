/**
 * A pretend Plaid: a function from Request to Response, with a memory. The same function stands behind a
 * port (`serve.ts`), behind the app's own route (`door.ts`) and in process in tests.
 */
import { type Answer, answerCall } from './call';
import { answerControl } from './control/routes';
import type { Delays } from './documents';
import { DueWork } from './due-work';
import { openLogin as openAnyLogin } from './generate/open-login';
import { answerLink } from './link/routes';
import type { OpenLogin } from './login';
import { createLogins } from './logins';
import { answerLogo } from './pictures/logos';
import type { Store } from './store';
import { Logs } from './transactions/logs';
import type { Deliver } from './webhooks/webhooks';
import { type Config, openWorld, type World } from './world';

export type EmulatorOptions = {
  readonly store: Store;
  /** Own origin and base path, as clients reach it: `http://localhost:3000/api/emulator`. */
  readonly publicUrl: string;
  /** Real time in milliseconds; the simulated clock starts from it. */
  readonly realTime?: () => number;
  readonly clientId?: string;
  readonly secret?: string;
  /** Names of everything derive from it. */
  readonly seed?: string;
  /** Milliseconds until data is there, and between tries of a webhook. */
  readonly delays?: Partial<Delays>;
  /** Whether `/_emulator/…` answers. */
  readonly controlEnabled?: boolean;
  /** How webhooks leave the house. */
  readonly deliver?: Deliver;
  /** Whether due work is done by timers, too, and not only with the next call. */
  readonly timers?: boolean;
  /** Told about work that goes on after an answer, for hosts that would stop it. */
  readonly waitUntil?: (work: Promise<unknown>) => void;
  /** One line per call; never a secret. */
  readonly log?: (line: string) => void;
  readonly openLogin?: OpenLogin;
};

export type Emulator = {
  handle(request: Request): Promise<Response>;
  /** The world at this moment, for programs that use the emulator without HTTP. */
  world(): Promise<World>;
  /** Resolves when no webhook is on its way and no due work is left. */
  idle(): Promise<void>;
  close(): Promise<void>;
};

const DEMO_DELAYS: Delays = {
  initial: 1500,
  historical: 5000,
  report: 3000,
  // For a day at most, each distance four times the one before (C-37).
  webhookRetries: [30_000, 120_000, 480_000, 1_920_000, 7_680_000, 30_720_000],
};

export function createEmulator(options: EmulatorOptions): Emulator {
  const { store, realTime = Date.now, openLogin = openAnyLogin, timers = true, log } = options;
  const deliver = options.deliver ?? ((request: Request) => fetch(request));
  const basePath = new URL(options.publicUrl).pathname.replace(/\/$/, '');
  const dueWork = new DueWork({ store, openWorld: world, deliver, realTime, timers, log });
  const parts = {
    store: dueWork.store,
    config: configOf(options),
    realTime,
    openLogin,
    loginOf: createLogins(openLogin),
    logs: new Logs(),
  };

  function world(): Promise<World> {
    return openWorld(parts);
  }

  async function handle(request: Request): Promise<Response> {
    const started = performance.now();
    const path = new URL(request.url).pathname.slice(basePath.length);
    const now = await world();
    const { response, requestId, code } =
      (await answerPage(request, path, now, deliver)) ?? (await answerCall(request, path, now));
    const work = dueWork.afterCall();
    options.waitUntil?.(work);
    const took = `${Math.round(performance.now() - started)}ms`;
    log?.(
      [request.method, withoutToken(path), response.status, code, requestId, took].filter(Boolean).join(' '),
    );
    return response;
  }

  async function close(): Promise<void> {
    await dueWork.stop();
    await store.close();
  }

  return { handle, world, idle: () => dueWork.run(), close };
}

/** A hosted page has its link token in its path, which the log leaves out. */
function withoutToken(path: string): string {
  return path.replace(/link-[a-z]+-[0-9a-f-]{36}/, 'link-…');
}

/** What is not a call of the API: the levers, logos, and Link with its script, dialog and bank pages. */
async function answerPage(
  request: Request,
  path: string,
  now: World,
  deliver: Deliver,
): Promise<Answer | null> {
  const response = path.startsWith('/_emulator/')
    ? await answerControl(request, path.slice('/_emulator'.length), now, deliver)
    : (answerLogo(request, path) ?? (await answerLink(now, request, path)));
  return response && { response, requestId: null, code: null };
}

function configOf(options: EmulatorOptions): Config {
  return {
    publicUrl: options.publicUrl.replace(/\/$/, ''),
    clientId: options.clientId ?? 'emulator',
    secret: options.secret ?? 'emulator',
    seed: options.seed ?? 'emulator',
    delays: { ...DEMO_DELAYS, ...options.delays },
    controlEnabled: options.controlEnabled ?? false,
  };
}
