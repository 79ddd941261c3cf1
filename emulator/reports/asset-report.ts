/** An Asset Report as the wire shows it: a pure function of its order and of the Items it was made from. */
import type { AssetReport, AssetReportGetResponse, AssetReportItem } from 'plaid';
import { servedAccounts } from '../accounts/accounts';
import { timestamp } from '../clock';
import type {
  AssetReportDocument,
  AssetReportEdition,
  AssetReportSnapshot,
  ItemDocument,
} from '../documents';
import { accountIdOf } from '../ids';
import { findInstitution } from '../institutions/institutions';
import type { Body } from '../request';
import { type World, worldAt } from '../world';
import { assetAccount, type AssetView } from './asset-account';
import { snapshotOf } from './asset-reports';
import { warningsOf } from './asset-warnings';

type AssetReportReading = {
  readonly edition: AssetReportEdition;
  readonly withInsights: boolean;
  /** Shortens the history of this one answer; null leaves it as it was asked for. */
  readonly daysToInclude: number | null;
};

export function readReport(
  world: World,
  document: AssetReportDocument,
  reading: AssetReportReading,
): Body<AssetReportGetResponse> {
  const snapshot = snapshotOf(document, reading.edition);
  const then = worldAt(world, snapshot.at);
  const items = snapshot.items.map((item) => itemOf(then, document, item, viewOf(document, reading)));
  return {
    report: reportOf(
      document,
      snapshot,
      items.filter(({ accounts }) => accounts.length > 0),
    ),
    warnings: warningsOf(document, items),
  };
}

function reportOf(
  { reportId, order }: AssetReportDocument,
  { generatedAt }: AssetReportSnapshot,
  items: AssetReportItem[],
): AssetReport {
  return {
    asset_report_id: reportId,
    client_report_id: order.clientReportId,
    date_generated: timestamp(generatedAt),
    days_requested: order.daysRequested,
    user: { ...order.user },
    items,
  };
}

function viewOf({ order }: AssetReportDocument, reading: AssetReportReading): AssetView {
  const isFast = reading.edition === 'FAST';
  return {
    days: isFast ? 0 : Math.min(order.daysRequested, reading.daysToInclude ?? order.daysRequested),
    withInsights: reading.withInsights,
    withInvestments: order.withInvestments && !isFast,
  };
}

function itemOf(
  then: World,
  document: AssetReportDocument,
  item: ItemDocument,
  view: AssetView,
): AssetReportItem {
  const kept = servedAccounts(then, item).filter(
    ({ key }) => !document.excludedAccountIds.includes(accountIdOf(item.itemId, key)),
  );
  return {
    item_id: item.itemId,
    institution_id: item.institutionId,
    institution_name: findInstitution(item.institutionId)?.name ?? item.institutionId,
    date_last_updated: timestamp(then.now),
    accounts: kept.map((account) => assetAccount(then, item, account, view)),
  };
}
