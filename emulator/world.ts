/** What an endpoint works with during one call: the store, the time, and the banks behind the log-ins. */
import type { Day } from '@/lib/core/day';
import { dayOf, simulatedTime } from './clock';
import type { Delays, ItemDocument, SettingsDocument } from './documents';
import { uuidFrom } from './ids';
import type { Login, OpenLogin } from './login';
import type { Store } from './store';
import type { KeptLog, Logs } from './transactions/logs';

export type Config = {
  /** Own origin and base path, without a slash at the end. */
  readonly publicUrl: string;
  readonly clientId: string;
  readonly secret: string;
  readonly seed: string;
  readonly delays: Delays;
  readonly controlEnabled: boolean;
};

export type World = {
  readonly store: Store;
  readonly config: Config;
  readonly settings: SettingsDocument;
  /** Simulated now, in milliseconds. */
  readonly now: number;
  readonly today: Day;
  /** Real now, in milliseconds; only signatures use it. */
  readonly real: number;
  readonly openLogin: OpenLogin;
  /** The login behind an Item; kept between calls, since it never changes. */
  loginOf(item: ItemDocument): Login;
  readonly logs: Logs;
};

export const SETTINGS_ID = 'settings';

type WorldParts = Pick<World, 'store' | 'config' | 'openLogin' | 'loginOf' | 'logs'> & {
  readonly realTime: () => number;
};

/** The world as it stands at this moment. */
export async function openWorld({ realTime, ...parts }: WorldParts): Promise<World> {
  const settings = (await parts.store.find('settings', SETTINGS_ID)) ?? {};
  const real = realTime();
  const now = simulatedTime(real, settings.clock);
  return { ...parts, settings, now, today: dayOf(now), real };
}

/** The same world at another instant, for figures of the past. */
export function worldAt(world: World, now: number): World {
  return { ...world, now, today: dayOf(now) };
}

/** The change log of an Item, or of one of its accounts. */
export function logOf(world: World, item: ItemDocument, accountKey?: string): KeptLog {
  return world.logs.of(item, () => world.loginOf(item), accountKey);
}

export function delaysOf({ config, settings }: World): Delays {
  return { ...config.delays, ...settings.delays };
}

/** Counts things of a kind, from 1. */
export async function nextNumber(world: World, kind: string): Promise<number> {
  const counter = await world.store.update('counters', kind, (current) => ({
    value: (current?.value ?? 0) + 1,
  }));
  return counter.value;
}

/** The next name of its kind: the n-th token of a store is the same on every machine. */
export async function nextUuid(world: World, kind: string): Promise<string> {
  return uuidFrom(world.config.seed, kind, String(await nextNumber(world, kind)));
}
