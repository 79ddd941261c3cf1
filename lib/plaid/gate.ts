/**
 * Every call goes through here, and whoever counts calls for all processes stands at it (S16). The wall knows
 * no database, so that somebody is named from outside; without one no call is made.
 */
import 'server-only';
import { createHash } from 'node:crypto';
import type { PlaidApi } from 'plaid';
import { failureIn, type PlaidFailure, toPlaidError } from './errors';

/** `method` is the client's; `item` a fingerprint of the access token that was handed in, null without one. */
export type Call = { method: string; item: string | null };

export type Gate = {
  /** Returns when the call may be made; throws a `PlaidFailure` of kind `held` when it has to wait. */
  enter(call: Call): Promise<void>;
  /** Told of each failure, so that what is hopeless is not asked again and again. */
  failed(call: Call, failure: PlaidFailure): Promise<void>;
};

const closed: Gate = {
  enter: () => Promise.reject(new Error('Nobody counts the calls to Plaid: import lib/sync/budget.')),
  failed: () => Promise.resolve(),
};

/** For a wire that has no limits, as a stand-in in the same process. */
export const OPEN_GATE: Gate = { enter: () => Promise.resolve(), failed: () => Promise.resolve() };

let gate = closed;

export function countCallsBy(keeper: Gate): void {
  gate = keeper;
}

/** The client, with each of its calls led through the gate and each failure made a `PlaidFailure`. */
export function gated(api: PlaidApi, own: Gate | null): PlaidApi {
  return new Proxy(api, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (request: unknown, ...rest: unknown[]): Promise<unknown> => {
        const call = { method: String(name), item: itemOf(request) };
        const keeper = own ?? gate;
        await keeper.enter(call);
        try {
          return whole(await Reflect.apply(method, target, [request, ...rest]));
        } catch (error) {
          const failure = toPlaidError(error);
          await keeper.failed(call, failure);
          throw failure;
        }
      };
    },
  });
}

function whole<T extends { data: unknown }>(answer: T): T {
  const failure = failureIn(answer.data);
  if (failure) throw failure;
  return answer;
}

function itemOf(request: unknown): string | null {
  if (typeof request !== 'object' || request === null || !('access_token' in request)) return null;
  return createHash('sha256').update(String(request.access_token)).digest('base64url').slice(0, 22);
}
