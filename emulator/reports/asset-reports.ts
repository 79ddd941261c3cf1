/** Asset Reports: ordered, made after a while from the Items as they are then, never changed (AST-9). */
import type {
  AssetReportDocument,
  AssetReportEdition,
  AssetReportSnapshot,
  ItemDocument,
  ItemFailure,
} from '../documents';
import { plaidError } from '../errors/errors';
import { errorCodeOf } from '../items/items';
import { queueAt } from '../webhooks/webhooks';
import { delaysOf, nextUuid, type World } from '../world';
import { dataUnavailable, dataUnavailableBody, notReady } from './asset-report-errors';

type NewReport = Pick<AssetReportDocument, 'itemIds' | 'order' | 'excludedAccountIds'> & {
  /** Figures taken over from another report; without them they are taken when this one is made. */
  readonly editions?: AssetReportDocument['editions'];
  readonly failures?: AssetReportDocument['failures'];
};

/** Writes the order down and plans the work; the names are what `/asset_report/create` answers. */
export async function orderReport(
  world: World,
  { itemIds, order, excludedAccountIds, editions = {}, failures = [] }: NewReport,
): Promise<{ asset_report_token: string; asset_report_id: string }> {
  const token = `assets-sandbox-${await nextUuid(world, 'asset-report-token')}`;
  const reportId = await nextUuid(world, 'asset-report');
  const { report: delay } = delaysOf(world);
  const due = {
    ...(order.withFast && { FAST: world.now + Math.floor(delay / 2) }),
    FULL: world.now + delay,
  };
  const report: AssetReportDocument = {
    token,
    reportId,
    createdAt: world.now,
    itemIds,
    order,
    excludedAccountIds,
    state: 'making',
    due,
    editions,
    failures,
  };
  await world.store.update('assetReports', token, () => report);
  if (order.withFast) await planEdition(world, report, 'FAST');
  await planEdition(world, report, 'FULL');
  return { asset_report_token: token, asset_report_id: reportId };
}

/** The report of a token, in whatever state but removed. */
export async function findReport(world: World, token: string): Promise<AssetReportDocument> {
  const report = await settled(world, token);
  if (!report || report.state === 'removed') throw plaidError('INVALID_ASSET_REPORT_TOKEN');
  return report;
}

/** The report that another one is to be made from; gone or failed, it is no parent (AST-12). */
export async function findParent(world: World, token: string): Promise<AssetReportDocument> {
  const report = await settled(world, token);
  if (!report) throw plaidError('INVALID_ASSET_REPORT_TOKEN');
  if (report.state === 'removed' || report.state === 'failed') throw plaidError('INVALID_PARENT');
  if (report.state === 'making') throw notReady();
  return report;
}

/** The figures of one edition, or the error that stands for them (AST-4, AST-6). */
export function snapshotOf(report: AssetReportDocument, edition: AssetReportEdition): AssetReportSnapshot {
  if (edition === 'FAST' && !report.order.withFast) {
    throw plaidError(
      'INVALID_FIELD',
      'fast_report can only be used if the report was created with options.add_ons set to ["fast_assets"]',
    );
  }
  if (report.state === 'failed') throw dataUnavailable(report.failures);
  const snapshot = report.editions[edition];
  if (!snapshot || (edition === 'FULL' && report.state !== 'ready')) throw notReady();
  return snapshot;
}

/** A report whose hour has come is made by whoever looks first: its reader or the due work. */
async function settled(world: World, token: string): Promise<AssetReportDocument | undefined> {
  for (const edition of ['FAST', 'FULL'] as const) await makeEdition(world, token, edition);
  return world.store.find('assetReports', token);
}

/** Makes what is due and not made yet, as of the hour for which it was planned, and tells of it (AST-5). */
export async function makeEdition(world: World, token: string, edition: AssetReportEdition): Promise<void> {
  const report = await world.store.find('assetReports', token);
  const at = report?.due[edition];
  if (!report || at === undefined || at > world.now) return;
  const outcome = outcomeOf(report, edition, at, await takeStock(world, report, at));
  let mine = false;
  const made = await world.store.update('assetReports', token, (current) => {
    mine = current?.due[edition] !== undefined;
    return mine && current ? { ...current, ...outcome } : current;
  });
  if (mine && made) await tell(world, made, edition);
}

type Stock = { readonly items: readonly ItemDocument[]; readonly failures: readonly ItemFailure[] };

/** What changes on the report when this edition is made, or cannot be. */
function outcomeOf(
  report: AssetReportDocument,
  edition: AssetReportEdition,
  at: number,
  { items, failures }: Stock,
): Pick<AssetReportDocument, 'state' | 'due' | 'editions' | 'failures'> {
  const { [edition]: _, ...due } = report.due;
  const { editions } = report;
  const isEnough = report.order.requireAllItems ? failures.length === 0 : items.length > 0;
  // Without a fast report there may still be a full one (AST-6).
  if (!isEnough && edition === 'FAST') return { state: 'making', due, editions, failures: [] };
  if (!isEnough) return { state: 'failed', due, editions, failures };
  // A filtered report takes its figures over; only the hour is its own.
  const snapshot = { at, items, ...editions[edition], generatedAt: at };
  const state = edition === 'FULL' ? 'ready' : 'making';
  return { state, due, editions: { ...editions, [edition]: snapshot }, failures };
}

/** The Items that answer at this instant, and what is wrong with the others. */
async function takeStock(world: World, report: AssetReportDocument, at: number): Promise<Stock> {
  const { FULL } = report.editions;
  if (FULL) return { items: FULL.items, failures: report.failures };
  const items: ItemDocument[] = [];
  const failures: ItemFailure[] = [];
  for (const itemId of report.itemIds) {
    const item = await world.store.find('items', itemId);
    const errorCode = item ? errorCodeOf(item, at) : 'ITEM_NOT_FOUND';
    if (errorCode !== null) failures.push({ itemId, errorCode });
    else if (item) items.push(item);
  }
  return { items, failures };
}

async function tell(world: World, report: AssetReportDocument, edition: AssetReportEdition): Promise<void> {
  const { reportId: asset_report_id, order, state, failures } = report;
  if (order.webhook === null || (state === 'making' && !report.editions[edition])) return;
  const [code, fields] =
    state === 'failed'
      ? ['ERROR', { error: { ...dataUnavailableBody(failures), status: 400 } }]
      : ['PRODUCT_READY', { report_type: edition }];
  await queueAt(world, order.webhook, null, 'ASSETS', code, { asset_report_id, ...fields });
}

async function planEdition(
  world: World,
  { token, due }: AssetReportDocument,
  edition: AssetReportEdition,
): Promise<void> {
  const id = `${token}:${edition}`;
  const at = due[edition] ?? world.now;
  await world.store.update('jobs', id, () => ({ id, at, kind: 'asset-report', reportToken: token, edition }));
}
