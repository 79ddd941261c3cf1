/**
 * The real driver, with a gate at every transaction or, when `grain` says so, at every statement and commit.
 * `useGatedDatabase` puts it where `db/client.ts` keeps its own, so that the app's two doors lead through it.
 */
import { drizzle } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import * as schema from '@/db/schema';
import { currentProcess, type Process, PROCEED, type Verdict } from './gate';

export type Grain = 'transaction' | 'statement';

/** A transaction that has been committed, before its process hears of it. */
export type Committed = {
  process: Process;
  statements: readonly string[];
  /** What each of them was given. */
  parameters: readonly (readonly unknown[])[];
};

export type GatedOptions = {
  grain: Grain;
  /** Milliseconds since 1970 that `now()` gives in each transaction (see `virtual-database`). */
  now?: () => number;
  /** Keeps the plans of statements: quicker, where there is no pooler in between. */
  prepare?: boolean;
  onCommit?: (of: Committed) => Promise<void>;
};

type Work = (tx: object) => Promise<unknown>;
type Connection = Pick<Sql, 'unsafe'>;

/** From here on the app's doors lead through gates; outside of a `Process` nothing is different. */
export function useGatedDatabase(real: Sql, options: GatedOptions): void {
  const kept = globalThis as typeof globalThis & { evenkeelDatabase?: unknown };
  kept.evenkeelDatabase = drizzle(gatePostgres(real, options), { schema });
}

/** The same client, with gates in `begin`. */
function gatePostgres(real: Sql, options: GatedOptions): Sql {
  const begin = (work: Work) => {
    const process = currentProcess();
    const transaction = new Transaction(process, options);
    const run = () => onOneConnection(real, (tx) => transaction.run(tx, work));
    return process ? process.doing(() => transact(process, transaction, run)) : run();
  };
  return new Proxy(real, {
    get: (target, name): unknown => (name === 'begin' ? begin : Reflect.get(target, name)),
  });
}

/**
 * As the driver's own, which waits for the server at every step; here what nobody waits for goes along with the
 * first statement, which is half the way for most of our transactions.
 */
async function onOneConnection(real: Sql, run: (tx: Connection) => Promise<unknown>): Promise<unknown> {
  const connection = await real.reserve();
  try {
    // Where it fails, so does all that follows.
    connection.unsafe('begin').catch(() => undefined);
    const result = await run(connection);
    await connection.unsafe('commit');
    return result;
  } catch (error) {
    await connection.unsafe('rollback');
    throw error;
  } finally {
    connection.release();
  }
}

async function transact(
  process: Process,
  transaction: Transaction,
  run: () => Promise<unknown>,
): Promise<unknown> {
  try {
    await transaction.beforeBegin();
    const result = await run();
    await transaction.afterCommit();
    return result;
  } catch (error) {
    if (!transaction.isCrashed) throw error;
    // The server has rolled back what was open, and nobody is there any more to hear of it.
    return process.end();
  }
}

/** One transaction of a process: counts its statements, and lets happen what was decided. */
class Transaction {
  isCrashed = false;
  private readonly statements: string[] = [];
  private readonly parameters: unknown[][] = [];
  private isFailed = false;
  /** What the server refused first. */
  private failure: unknown;
  /** What happens once it is committed. */
  private end: Verdict = PROCEED;
  /** What was decided for the whole of it. */
  private fate: Verdict = PROCEED;
  private readonly process: Process | undefined;
  private readonly options: GatedOptions;

  constructor(process: Process | undefined, options: GatedOptions) {
    this.process = process;
    this.options = options;
  }

  async beforeBegin(): Promise<void> {
    if (!this.process || this.options.grain !== 'transaction') return;
    this.fate = await this.process.at({ kind: 'transaction', name: '' });
    if (this.fate.do !== 'proceed' && this.fate.when === 'before' && !('at' in this.fate))
      this.refuse(this.fate);
  }

  async run(tx: Connection, work: Work): Promise<unknown> {
    const { now } = this.options;
    if (now) {
      // Not awaited: the driver sends it along with the next statement.
      const at = new Date(now()).toISOString();
      tx.unsafe("select set_config('sim.now', $1, true)", [at], { prepare: true }).catch(() => undefined);
    }
    const unsafe = (text: string, parameters: unknown[], options: object) =>
      pending((isValues) => this.send(tx, [text, parameters, { ...options, ...this.kept() }], isValues));
    const value = await work(
      new Proxy(tx, { get: (of, name): unknown => (name === 'unsafe' ? unsafe : Reflect.get(of, name)) }),
    );
    await this.beforeCommit();
    return value;
  }

  async afterCommit(): Promise<void> {
    const { process, statements, parameters, options } = this;
    if (process) await options.onCommit?.({ process, statements, parameters });
    if (this.end.do !== 'proceed') this.refuse(this.end);
  }

  private kept(): { prepare?: true } {
    return this.options.prepare ? { prepare: true } : {};
  }

  private async send(
    tx: Connection,
    query: [string, unknown[], object],
    isValues: boolean,
  ): Promise<unknown> {
    if (this.isFailed) throw aborted();
    this.statements.push(query[0]);
    this.parameters.push(query[1]);
    const verdict = await this.at('statement', query[0]);
    if (verdict.do !== 'proceed' && verdict.when === 'before') return this.fail(verdict);
    const sent = Reflect.apply(tx.unsafe, tx, query);
    const result = this.heard(isValues ? sent.values() : sent);
    if (verdict.do === 'proceed' && isUnawaited(query[0])) return [];
    const heard = await result;
    return verdict.do === 'proceed' ? heard : this.fail(verdict);
  }

  /** A statement that the server refused fails the whole, whatever the caller makes of it. */
  private heard(result: Promise<unknown>): Promise<unknown> {
    result.catch((error: unknown) => (this.failure ??= error));
    return result;
  }

  private async beforeCommit(): Promise<void> {
    if (this.isFailed) throw aborted();
    if (this.failure !== undefined) throw this.failure;
    const verdict = await this.at('commit', '');
    if (verdict.do !== 'proceed' && verdict.when === 'before') this.refuse(verdict);
    this.end = verdict;
  }

  private async at(kind: 'statement' | 'commit', name: string): Promise<Verdict> {
    const { process, options, fate } = this;
    if (process && options.grain === 'statement') return process.at({ kind, name });
    const isHere = kind === 'commit' || ('at' in fate && fate.at === this.statements.length);
    return isHere ? fate : PROCEED;
  }

  /** The server counts the transaction as failed, whatever the caller makes of it. */
  private fail(verdict: Verdict): never {
    this.isFailed = true;
    return this.refuse(verdict);
  }

  private refuse(verdict: Verdict): never {
    this.isCrashed = verdict.do === 'crash';
    throw verdict.do === 'fail' ? verdict.error : new Error('This process is gone.');
  }
}

/** Every transaction of ours begins with its settings; nothing reads what they answer. */
function isUnawaited(text: string): boolean {
  return text.startsWith('select set_config(');
}

/** A query that has not begun yet: by then it is known in what form its rows are wanted. */
function pending(run: (isValues: boolean) => Promise<unknown>) {
  let isValues = false;
  const result = Promise.resolve().then(() => run(isValues));
  const values = () => {
    isValues = true;
    return result;
  };
  return Object.assign(result, { values });
}

function aborted(): Error {
  return sqlError('25P02', 'current transaction is aborted, commands ignored until end of transaction block');
}

/** An error as the driver gives it: of the server by its SQLSTATE, of the connection by its own code. */
export function sqlError(code: string, message: string): Error {
  return Object.assign(new Error(message), { name: 'PostgresError', code });
}
