/** What a report had to do without, told beside it with HTTP 200 (AST-7). */
import { AccountType, type AssetReportItem, type Warning, WarningWarningCodeEnum } from 'plaid';
import type { AssetReportDocument } from '../documents';
import { findInstitution } from '../institutions/institutions';
import { causeOf } from './asset-report-errors';

export function warningsOf(
  { order, failures }: AssetReportDocument,
  items: readonly AssetReportItem[],
): Warning[] {
  return [
    ...failures.map(({ itemId, errorCode }) =>
      warning(WarningWarningCodeEnum.TransactionsUnavailable, itemId, errorCode),
    ),
    ...items
      .filter(lacksOwners)
      .map(({ item_id }) =>
        warning(WarningWarningCodeEnum.OwnersUnavailable, item_id, 'PRODUCTS_NOT_SUPPORTED'),
      ),
    ...items
      .filter((item) => order.withInvestments && lacksInvestments(item))
      .map(({ item_id }) =>
        warning(WarningWarningCodeEnum.InvestmentsUnavailable, item_id, 'NO_INVESTMENT_ACCOUNTS'),
      ),
  ];
}

function lacksOwners({ institution_id, accounts }: AssetReportItem): boolean {
  const isKnown = findInstitution(institution_id)?.products.includes('identity') ?? false;
  return !isKnown || accounts.some(({ owners }) => owners.every(({ names }) => names.length === 0));
}

function lacksInvestments({ accounts }: AssetReportItem): boolean {
  return accounts.every(({ type }) => type !== AccountType.Investment);
}

function warning(code: WarningWarningCodeEnum, itemId: string, errorCode: string): Warning {
  return {
    warning_type: 'ASSET_REPORT_WARNING',
    warning_code: code,
    cause: causeOf({ itemId, errorCode }),
  };
}
