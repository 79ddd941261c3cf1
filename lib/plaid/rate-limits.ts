/** Requests a minute that Plaid allows, per Item and per client; null where none is stated (section 25). Data. */
import 'server-only';

/** Per Item, per client. */
type Column = readonly [number | null, number];
export type Limit = { item: number | null; client: number };
export type PlaidEnv = 'emulator' | 'sandbox' | 'production';

/** By the client's method: Production, then Sandbox. */
const LIMITS: Readonly<Record<string, readonly [Column, Column]>> = {
  accountsGet: [
    [15, 15_000],
    [100, 5_000],
  ],
  identityGet: [
    [15, 2_000],
    [100, 1_000],
  ],
  institutionsGetById: [
    [null, 400],
    [null, 400],
  ],
  investmentsHoldingsGet: [
    [15, 2_000],
    [100, 1_000],
  ],
  investmentsTransactionsGet: [
    [30, 20_000],
    [100, 1_000],
  ],
  itemGet: [
    [15, 5_000],
    [40, 5_000],
  ],
  itemRemove: [
    [30, 2_000],
    [100, 500],
  ],
  liabilitiesGet: [
    [15, 1_000],
    [10, 1_000],
  ],
  transactionsRecurringGet: [
    [20, 1_000],
    [20, 1_000],
  ],
  transactionsRefresh: [
    [2, 100],
    [2, 100],
  ],
  transactionsSync: [
    [50, 2_500],
    [50, 1_000],
  ],
};

/**
 * What we allow ourselves. The emulator holds the Sandbox's numbers, so we do; the Sandbox is shared by all who
 * try things out with the same keys, so where it is the narrower one we take half; null: nothing is counted.
 */
export function limitOf(method: string, environment: PlaidEnv): Limit | null {
  const limit = LIMITS[method];
  if (!limit) return null;
  const [production, sandbox] = limit;
  const pick = environment === 'production' ? production : sandbox;
  if (environment !== 'sandbox') return { item: pick[0], client: pick[1] };
  return {
    item: production[0] === null || sandbox[0] === null ? null : halfIfNarrower(production[0], sandbox[0]),
    client: halfIfNarrower(production[1], sandbox[1]),
  };
}

function halfIfNarrower(production: number, sandbox: number): number {
  return sandbox < production ? Math.floor(sandbox / 2) : production;
}
