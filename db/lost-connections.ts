/**
 * What the driver lacks for a connection that breaks in the middle of a transaction, as when the server or a
 * pooler is restarted. On its own it writes the rollback to a socket that is no longer there, which ends the
 * process, and a transaction whose work goes on regardless writes its next statement to whatever the connection
 * is used for next.
 */
import 'server-only';
import type { Sql, TransactionSql } from 'postgres';

type Work = (tx: TransactionSql) => Promise<unknown>;
type Fate = { isOver: boolean };

/** Time for a server that said goodbye to hang up. */
const GRACE_MS = 5_000;
const LOSS = /^(CONNECTION_|ECONN|EPIPE|57P0|08)/;

/** The same client; `onLoss` hears of each broken connection, whose pool should not be used for anything new. */
export function outliveLoss(client: Sql, onLoss: () => void): Sql {
  const begin = async (work: Work) => {
    const fate: Fate = { isOver: false };
    try {
      return await client.begin((tx) => run(tx, work, fate));
    } catch (error) {
      if (tellsOfLoss(error)) onLoss();
      throw error;
    } finally {
      fate.isOver = true;
    }
  };
  return new Proxy(client, {
    get: (of, name): unknown => (name === 'begin' ? begin : Reflect.get(of, name)),
  });
}

/** Once the connection is lost it neither fails nor ends: either would make the driver write to it. */
async function run(tx: TransactionSql, work: Work, fate: Fate): Promise<unknown> {
  const guarded = new Proxy(tx, {
    get: (of, name): unknown => {
      if (fate.isOver) throw new Error('This transaction has lost its connection.');
      return Reflect.get(of, name);
    },
  });
  try {
    const result = await work(guarded);
    if (!fate.isOver) return result;
  } catch (error) {
    if (!fate.isOver && !tellsOfLoss(error)) throw error;
    await new Promise((resolve) => setTimeout(resolve, fate.isOver ? 0 : GRACE_MS));
    if (!fate.isOver) throw error;
  }
  return new Promise(() => undefined);
}

function tellsOfLoss(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null;
  return typeof code === 'string' && LOSS.test(code);
}
