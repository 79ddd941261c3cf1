/** Asset Reports: ordered, made after a while from the Items as they are then, never changed (AST-9). */
import type {
  AssetReportDocument,
  AssetReportEdition,
  AssetReportJob,
  AssetReportSnapshot,
  ItemDocument,
  ItemFailure,
} from '../documents';
import { plaidError } from '../errors';
import { errorCodeOf } from '../items';
import { queueAt } from '../webhooks';
import { delaysOf, nextUuid, type World } from '../world';
import { dataUnavailable, dataUnavailableBody, notReady } from './asset-report-errors';

export type NewReport = Pick<AssetReportDocument, 'itemIds' | 'order' | 'excludedAccountIds'> & {
  /** Figures taken over from another report; without them they are taken when this one is made. */
  readonly editions?: AssetReportDocument['editions'];
};

/** Writes the order down and plans the work; the names are what `/asset_report/create` answers. */
export async function orderReport(
  world: World,
  { itemIds, order, excludedAccountIds, editions = {} }: NewReport,
): Promise<{ asset_report_token: string; asset_report_id: string }> {
  const token = `assets-sandbox-${await nextUuid(world, 'asset-report-token')}`;
  const reportId = await nextUuid(world, 'asset-report');
  const report: AssetReportDocument = {
    token,
    reportId,
    createdAt: world.now,
    itemIds,
    order,
    excludedAccountIds,
    state: 'making',
    editions,
    failures: [],
  };
  await world.store.update('assetReports', token, () => report);
  const { report: delay } = delaysOf(world);
  if (order.withFast) await planEdition(world, token, 'FAST', world.now + Math.floor(delay / 2));
  await planEdition(world, token, 'FULL', world.now + delay);
  return { asset_report_token: token, asset_report_id: reportId };
}

/** The report of a token, in whatever state but removed. */
export async function findReport(world: World, token: string): Promise<AssetReportDocument> {
  const report = await world.store.find('assetReports', token);
  if (!report || report.state === 'removed') throw plaidError('INVALID_ASSET_REPORT_TOKEN');
  return report;
}

/** The report that another one is to be made from; gone or failed, it is no parent (AST-12). */
export async function findParent(world: World, token: string): Promise<AssetReportDocument> {
  const report = await world.store.find('assetReports', token);
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

/** Does the work that `orderReport` planned, and tells the address that was named (AST-5). */
export async function makeEdition(world: World, { reportToken, edition, at }: AssetReportJob): Promise<void> {
  const report = await world.store.find('assetReports', reportToken);
  if (report?.state !== 'making') return;
  const { items, failures } = await takeStock(world, report, at);
  const isEnough = report.order.requireAllItems ? failures.length === 0 : items.length > 0;
  if (!isEnough) {
    if (edition === 'FULL') await fail(world, report, failures);
    return;
  }
  const taken = report.editions[edition];
  const snapshot = taken ? { ...taken, generatedAt: at } : { generatedAt: at, at, items };
  await world.store.update(
    'assetReports',
    reportToken,
    (current) =>
      current && {
        ...current,
        state: edition === 'FULL' ? ('ready' as const) : current.state,
        editions: { ...current.editions, [edition]: snapshot },
        failures: taken ? current.failures : failures,
      },
  );
  await tell(world, report, 'PRODUCT_READY', { report_type: edition });
}

/** The Items that answer at this instant, and what is wrong with the others. */
async function takeStock(
  world: World,
  report: AssetReportDocument,
  at: number,
): Promise<{ items: ItemDocument[]; failures: ItemFailure[] }> {
  const items: ItemDocument[] = [];
  const failures: ItemFailure[] = [];
  if (report.editions.FULL) return { items: [...report.editions.FULL.items], failures };
  for (const itemId of report.itemIds) {
    const item = await world.store.find('items', itemId);
    const errorCode = item ? errorCodeOf(item, at) : 'ITEM_NOT_FOUND';
    if (errorCode !== null) failures.push({ itemId, errorCode });
    else if (item) items.push(item);
  }
  return { items, failures };
}

async function fail(
  world: World,
  report: AssetReportDocument,
  failures: readonly ItemFailure[],
): Promise<void> {
  await world.store.update(
    'assetReports',
    report.token,
    (current) => current && { ...current, state: 'failed' as const, failures },
  );
  await tell(world, report, 'ERROR', { error: { ...dataUnavailableBody(failures), status: 400 } });
}

async function tell(
  world: World,
  { reportId, order }: AssetReportDocument,
  code: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (!order.webhook) return;
  await queueAt(world, order.webhook, null, 'ASSETS', code, { asset_report_id: reportId, ...fields });
}

async function planEdition(
  world: World,
  reportToken: string,
  edition: AssetReportEdition,
  at: number,
): Promise<void> {
  const id = `${reportToken}:${edition}`;
  await world.store.update('jobs', id, () => ({ id, at, kind: 'asset-report', reportToken, edition }));
}
