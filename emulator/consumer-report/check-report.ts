/** The life of a Consumer Report: asked for, ready or failed some time later, gone after a day (CRA-6 … CRA-10). */
import { DAY_MS } from '../clock';
import type { CheckReportDocument, CheckReportTerms, ItemDocument, UserDocument } from '../documents';
import { errorBody } from '../errors/errors';
import { opaqueId } from '../ids';
import { errorCodeOf } from '../items/items';
import { itemsOf, updateUser } from '../users/users';
import { delaysOf, nextUuid, type World } from '../world';
import { reportWebhookCode, tellReport } from './check-report-webhooks';
import { lengthOf } from './figures';
import { hasHistory, historiesOf } from './history';
import { type ReportRefusal, reportRefusal } from './refusals';

/** Begins a report in place of the one before; without Items named, over all of the user's. */
export async function startReport(
  world: World,
  user: UserDocument,
  terms: CheckReportTerms,
  itemIds?: readonly string[],
): Promise<void> {
  const reportId = opaqueId(await nextUuid(world, 'check-report'));
  const readyAt = world.now + delaysOf(world).report;
  const report: CheckReportDocument = {
    ...terms,
    reportId,
    itemIds: itemIds ?? distinct(await itemsOf(world, user)),
    createdAt: world.now,
    readyAt,
    outcome: null,
    failure: null,
    fetched: false,
  };
  await updateUser(world, user.userId, (current) => ({ ...current, checkReport: report }));
  const id = `${user.userId}:check-report`;
  await world.store.update('jobs', id, () => ({
    id,
    at: readyAt,
    itemId: user.userId,
    kind: 'check-report' as const,
  }));
}

/** Decides once what has become of a report that is due, and tells it. */
export async function settleReport(world: World, userId: string): Promise<UserDocument | undefined> {
  const user = await world.store.find('users', userId);
  const report = user?.checkReport;
  if (!user || !report || report.outcome !== null || report.readyAt > world.now) return user;
  const items = await reportItems(world, report);
  const failure = failureOf(world, report, items);
  let mine = false;
  const settled = await updateUser(world, userId, (current) => {
    mine = current.checkReport?.reportId === report.reportId && current.checkReport.outcome === null;
    if (!mine) return current;
    const outcome = failure === null ? ('ready' as const) : ('failed' as const);
    return { ...current, checkReport: { ...report, outcome, failure } };
  });
  if (mine && report.webhook !== null) {
    await tellReport(world, report.webhook, reportWebhookCode(settled, failure), {
      userId,
      failure,
      products: report.products,
      brokenItems: brokenItems(world, items),
    });
  }
  return settled;
}

/** The report that a user may read now, and that someone has read it; throws what stands in the way. */
export async function readableReport(
  world: World,
  { userId }: UserDocument,
  reportId?: string | null,
): Promise<CheckReportDocument> {
  const report = (await settleReport(world, userId))?.checkReport ?? null;
  if (!report || (reportId && reportId !== report.reportId)) throw reportRefusal('CONSUMER_REPORT_NOT_FOUND');
  if (report.readyAt > world.now) throw reportRefusal('PRODUCT_NOT_READY');
  if (!report.fetched && report.readyAt + DAY_MS <= world.now) throw reportRefusal('CONSUMER_REPORT_EXPIRED');
  if (report.failure !== null) throw await refusalWithCauses(world, report, report.failure);
  if (report.fetched) return report;
  const read = { ...report, fetched: true };
  await updateUser(world, userId, (user) =>
    user.checkReport?.reportId === report.reportId ? { ...user, checkReport: read } : user,
  );
  return read;
}

/** Items of a report that can still be read. */
export async function readableItems(world: World, report: CheckReportDocument): Promise<ItemDocument[]> {
  return (await reportItems(world, report)).filter((item) => hasHistory(world, item, spanOf(report)));
}

async function reportItems(world: World, { itemIds }: CheckReportDocument): Promise<ItemDocument[]> {
  return (await Promise.all(itemIds.map((id) => world.store.find('items', id)))).filter(
    (item) => item !== undefined,
  );
}

/** The same log-in linked twice counts once, in its newest Item. */
function distinct(items: readonly ItemDocument[]): string[] {
  const newest = new Map(items.map((item) => [`${item.institutionId} ${item.username}`, item.itemId]));
  return [...newest.values()];
}

function failureOf(
  world: World,
  report: CheckReportDocument,
  items: readonly ItemDocument[],
): CheckReportDocument['failure'] {
  if (items.length === 0) return 'DATA_UNAVAILABLE';
  const healthy = items.filter((item) => errorCodeOf(item, world.now) === null);
  if (healthy.length === 0) return 'DATA_UNAVAILABLE';
  const accounts = healthy.flatMap((item) => historiesOf(world, item, spanOf(report)));
  if (accounts.length === 0) return 'NO_ACCOUNTS';
  const days = accounts.map(({ rows, end }) => (rows[0] ? lengthOf({ start: rows[0].row.date, end }) : 0));
  return Math.max(...days) < report.daysRequired ? 'INSUFFICIENT_TRANSACTION_DATA' : null;
}

/** The stretch that a report is about: it ends when the report was ready, whenever it is read. */
export function spanOf({ readyAt, daysRequested }: CheckReportDocument) {
  return { at: readyAt, days: daysRequested };
}

function brokenItems(world: World, items: readonly ItemDocument[]) {
  return items.flatMap((item) => {
    const code = errorCodeOf(item, world.now);
    return code === null ? [] : [{ ...errorBody(code), item_id: item.itemId }];
  });
}

async function refusalWithCauses(world: World, report: CheckReportDocument, failure: ReportRefusal) {
  const causes = brokenItems(world, await reportItems(world, report));
  return reportRefusal(failure, causes);
}
