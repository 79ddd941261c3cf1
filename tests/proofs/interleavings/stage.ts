/** Many schedules at once in this process: while one waits for the database, others go on. */
import postgres, { type Sql } from 'postgres';
import { useGatedDatabase } from '../../simulation/gated-postgres';
import { Actor, type Bed, syncUntilRest, useBanks } from './bed';
import { Beds } from './beds';
import { check } from './check';
import { play, type Played } from './play';
import type { Schedule } from './schedule';
import { deedOf } from './deed';
import { inLanes } from './lanes';

/** After so many, the room of rows that have gone is used again; nobody else sees to it. */
const OFTEN = 20;

export type Ended = Played & { violations: string[] };

export class Stage {
  private readonly sql: Sql;
  private readonly beds: Beds;
  private times = 0;

  private constructor(sql: Sql, beds: Beds) {
    this.sql = sql;
    this.beds = beds;
  }

  /** From here on the app's doors of this process lead to this database, and its client to banks of ours. */
  static async open(url: string): Promise<Stage> {
    const sql = postgres(url, { max: 8, onnotice: () => undefined });
    useGatedDatabase(sql, {
      grain: 'transaction',
      prepare: true,
      onCommit: async ({ process, statements, parameters }) => {
        if (!(process instanceof Actor)) return;
        process.deed = deedOf(statements);
        const move = statements.findIndex((text) => text.startsWith(CURSOR));
        if (move >= 0) noteCursor(process.bed, String(parameters[move]?.[0]));
      },
    });
    useBanks();
    return new Stage(sql, await Beds.open(sql));
  }

  async playAll(schedules: readonly Schedule[]): Promise<Ended[]> {
    const beds = await this.beds.make(schedules.map(({ isStrict, pages }) => ({ isStrict, chances: pages })));
    const played = await inLanes(beds, async (bed, nth) => {
      const schedule = schedules[nth];
      if (!schedule) throw new Error('There is a bed too many.');
      return play(bed, schedule, this.beds.rowIds);
    });
    await syncUntilRest(this.sql, beds);
    const wrong = await check(this.sql, beds);
    await this.beds.clear(beds);
    if (++this.times % OFTEN === 0) await this.sql.unsafe('vacuum');
    return played.map((end, nth) => ({ ...end, violations: [...end.failures, ...(wrong[nth] ?? [])] }));
  }

  close(): Promise<void> {
    return this.sql.end();
  }
}

const CURSOR = 'update "items" set "transactions_cursor" = $1';

/** What a commit that moves the cursor brought and took away, for the rules of edits. */
function noteCursor({ bank, overlays }: Bed, cursor: string): void {
  const to = bank.item.reachOf(cursor);
  if (to === null) return;
  overlays.moved(bank.item, bank.reached, to);
  bank.reached = to;
}
