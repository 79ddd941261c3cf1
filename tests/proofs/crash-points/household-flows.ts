/** The household of the demo: made when the first visitor comes, and made anew after a day. */
import { asSystem } from '@/db/client';
import { openDemoHousehold } from '@/lib/sync/demo-household';
import { sql } from 'drizzle-orm';
import { endState } from '../aftermath';
import { type Bank, type Moment, openBank, saveMoment } from '../moment';
import { connect } from '../wire';
import type { Flow } from './flow';

export async function householdFlows(nobody: Moment): Promise<Flow[]> {
  await nobody.restore();
  const bank = openBank('crash-household', { page: 500 });
  const empty = await saveMoment(bank);
  connect(bank);
  await openDemoHousehold({ isPublic: false });
  await asSystem((tx) => tx.execute(sql`update users set created_at = now() - interval '25 hours'`));
  const ofYesterday = await saveMoment(bank);
  const former = (await endState(bank)).filter(isAlive);
  const visit: Pick<Flow, 'isAsked' | 'mayBeHalf' | 'isWithoutRuns' | 'whatCounts'> = {
    isAsked: true,
    mayBeHalf: true,
    isWithoutRuns: true,
    whatCounts: (copy) => household(copy, former),
  };
  return [
    {
      name: 'a visit to the demo',
      ...visit,
      begin: empty.restore,
      act: () => openDemoHousehold({ isPublic: false }),
    },
    {
      name: 'a visit to the demo of yesterday',
      ...visit,
      begin: ofYesterday.restore,
      act: () => openDemoHousehold({ isPublic: true }),
    },
  ];
}

/**
 * Who is there with which limits, each bank with its accounts, and which of the former connections are alive. What
 * runs bring later is left out, and so is what Plaid calls it all: each visit that has to begin anew gets other names.
 */
async function household(bank: Bank, former: readonly string[]): Promise<string[]> {
  const banks = await asSystem((tx) =>
    tx.execute<{ line: string }>(sql`
      select i.institution_name || ': ' || string_agg(a.bank_name, ', ' order by a.bank_name) as line
      from items i left join accounts a on a.user_id = i.user_id and a.item_id = i.id group by i.id, i.institution_name order by 1`),
  );
  const lines = await endState(bank);
  return [
    ...lines.filter((line) => /^(users|budget_limits) /.test(line)),
    ...banks.map(({ line }, nth) => `bank ${nth}: ${line}`),
    ...lines.filter((line) => former.includes(line)),
  ];
}

function isAlive(line: string): boolean {
  return line.startsWith('alive at Plaid');
}
