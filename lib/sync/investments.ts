import 'server-only';
import { saveHoldings, saveInvestmentTransactions } from '@/db/queries/sync/investments';
import { saveFacts } from '@/db/queries/sync/items';
import { addDays, addMonthsTo } from '@/lib/core/day';
import { log } from '@/lib/log';
import { pullHoldings, pullInvestmentTransactions } from '@/lib/plaid/investments';
import { hasProduct } from './has-product';
import { checkTime, noteRequest, type Run, type StepEnd } from './run';

/** Plaid keeps 24 months (INV-8). */
const MONTHS = 24;

/** Positions as they stand, then the whole window of what moved them. */
export async function syncInvestments(run: Run): Promise<StepEnd> {
  if (!hasProduct(run, 'investments', ['investment'])) return { state: 'not-available' };
  const held = await pullHoldings(run.accessToken);
  noteRequest(run, held.requestId);
  run.counts.holdings = await saveHoldings(run.claim, held.holdings, held.securities, run.today);
  if (held.isFallback !== run.item.isInvestmentsFallback) {
    await saveFacts(run.claim, { isInvestmentsFallback: held.isFallback });
  }
  checkTime(run);
  // A day ahead: the bank's own calendar may be there already.
  const window = { first: addMonthsTo(run.today, -MONTHS), last: addDays(run.today, 1) };
  const moved = await pullInvestmentTransactions(run.accessToken, window);
  for (const requestId of moved.requestIds) noteRequest(run, requestId);
  run.counts.investmentTransactions = await saveInvestmentTransactions(
    run.claim,
    window,
    moved.transactions,
    moved.securities,
    run.today,
  );
  const unreadable = held.unreadable + moved.unreadable;
  if (unreadable > 0) log.error({ unreadable }, 'rows of a bank that cannot be read were left out');
  return { state: 'ready' };
}
