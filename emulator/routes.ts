/** Every path of the API that is emulated. */
import { accountsBalanceGet } from './endpoints/accounts-balance-get';
import { accountsGet } from './endpoints/accounts-get';
import { assetReportAuditCopyCreate } from './endpoints/asset-report-audit-copy-create';
import { assetReportAuditCopyGet } from './endpoints/asset-report-audit-copy-get';
import { assetReportAuditCopyPdfGet } from './endpoints/asset-report-audit-copy-pdf-get';
import { assetReportAuditCopyRemove } from './endpoints/asset-report-audit-copy-remove';
import { assetReportCreate } from './endpoints/asset-report-create';
import { assetReportFilter } from './endpoints/asset-report-filter';
import { assetReportGet } from './endpoints/asset-report-get';
import { assetReportPdfGet } from './endpoints/asset-report-pdf-get';
import { assetReportRefresh } from './endpoints/asset-report-refresh';
import { assetReportRemove } from './endpoints/asset-report-remove';
import { authGet } from './endpoints/auth-get';
import { categoriesGet } from './endpoints/categories-get';
import { craCheckReportBaseReportGet } from './endpoints/cra-check-report-base-report-get';
import { craCheckReportCashflowInsightsGet } from './endpoints/cra-check-report-cashflow-insights-get';
import { craCheckReportCreate } from './endpoints/cra-check-report-create';
import { craCheckReportIncomeInsightsGet } from './endpoints/cra-check-report-income-insights-get';
import { craCheckReportLendScoreGet } from './endpoints/cra-check-report-lend-score-get';
import { craCheckReportNetworkInsightsGet } from './endpoints/cra-check-report-network-insights-get';
import { craCheckReportPartnerInsightsGet } from './endpoints/cra-check-report-partner-insights-get';
import { craCheckReportPdfGet } from './endpoints/cra-check-report-pdf-get';
import { craCheckReportVerificationGet } from './endpoints/cra-check-report-verification-get';
import { creditBankIncomeGet } from './endpoints/credit-bank-income-get';
import { creditBankIncomePdfGet } from './endpoints/credit-bank-income-pdf-get';
import { creditBankIncomeRefresh } from './endpoints/credit-bank-income-refresh';
import { creditBankIncomeWebhookUpdate } from './endpoints/credit-bank-income-webhook-update';
import { creditSessionsGet } from './endpoints/credit-sessions-get';
import { identityGet } from './endpoints/identity-get';
import { institutionsGet } from './endpoints/institutions-get';
import { institutionsGetById } from './endpoints/institutions-get-by-id';
import { institutionsSearch } from './endpoints/institutions-search';
import { investmentsHoldingsGet } from './endpoints/investments-holdings-get';
import { investmentsRefresh } from './endpoints/investments-refresh';
import { investmentsTransactionsGet } from './endpoints/investments-transactions-get';
import { itemAccessTokenInvalidate } from './endpoints/item-access-token-invalidate';
import { itemGet } from './endpoints/item-get';
import { itemImport } from './endpoints/item-import';
import { itemPublicTokenCreate } from './endpoints/item-public-token-create';
import { itemPublicTokenExchange } from './endpoints/item-public-token-exchange';
import { itemRemove } from './endpoints/item-remove';
import { itemWebhookUpdate } from './endpoints/item-webhook-update';
import { liabilitiesGet } from './endpoints/liabilities-get';
import { linkTokenCreate } from './endpoints/link-token-create';
import { linkTokenGet } from './endpoints/link-token-get';
import { sandboxBankIncomeFireWebhook } from './endpoints/sandbox-bank-income-fire-webhook';
import { sandboxIncomeFireWebhook } from './endpoints/sandbox-income-fire-webhook';
import { sandboxItemFireWebhook } from './endpoints/sandbox-item-fire-webhook';
import { sandboxItemResetLogin } from './endpoints/sandbox-item-reset-login';
import { sandboxItemSetVerificationStatus } from './endpoints/sandbox-item-set-verification-status';
import { sandboxPublicTokenCreate } from './endpoints/sandbox-public-token-create';
import { sandboxTransactionsCreate } from './endpoints/sandbox-transactions-create';
import { sandboxUserFireWebhook } from './endpoints/sandbox-user-fire-webhook';
import { sandboxUserResetLogin } from './endpoints/sandbox-user-reset-login';
import { statementsDownload } from './endpoints/statements-download';
import { statementsList } from './endpoints/statements-list';
import { statementsRefresh } from './endpoints/statements-refresh';
import { transactionsEnrich } from './endpoints/transactions-enrich';
import { transactionsGet } from './endpoints/transactions-get';
import { transactionsRecurringGet } from './endpoints/transactions-recurring-get';
import { transactionsRefresh } from './endpoints/transactions-refresh';
import { transactionsSync } from './endpoints/transactions-sync';
import { userCreate } from './endpoints/user-create';
import { userGet } from './endpoints/user-get';
import { userItemsAssociate } from './endpoints/user-items-associate';
import { userItemsGet } from './endpoints/user-items-get';
import { userItemsRemove } from './endpoints/user-items-remove';
import { userRemove } from './endpoints/user-remove';
import { userUpdate } from './endpoints/user-update';
import { webhookVerificationKeyGet } from './endpoints/webhook-verification-key-get';
import type { Endpoint } from './request';

export const ROUTES: Readonly<Record<string, Endpoint>> = {
  '/accounts/balance/get': accountsBalanceGet,
  '/accounts/get': accountsGet,
  '/asset_report/audit_copy/create': assetReportAuditCopyCreate,
  '/asset_report/audit_copy/get': assetReportAuditCopyGet,
  '/asset_report/audit_copy/pdf/get': assetReportAuditCopyPdfGet,
  '/asset_report/audit_copy/remove': assetReportAuditCopyRemove,
  '/asset_report/create': assetReportCreate,
  '/asset_report/filter': assetReportFilter,
  '/asset_report/get': assetReportGet,
  '/asset_report/pdf/get': assetReportPdfGet,
  '/asset_report/refresh': assetReportRefresh,
  '/asset_report/remove': assetReportRemove,
  '/auth/get': authGet,
  '/categories/get': categoriesGet,
  '/cra/check_report/base_report/get': craCheckReportBaseReportGet,
  '/cra/check_report/cashflow_insights/get': craCheckReportCashflowInsightsGet,
  '/cra/check_report/create': craCheckReportCreate,
  '/cra/check_report/income_insights/get': craCheckReportIncomeInsightsGet,
  '/cra/check_report/lend_score/get': craCheckReportLendScoreGet,
  '/cra/check_report/network_insights/get': craCheckReportNetworkInsightsGet,
  '/cra/check_report/partner_insights/get': craCheckReportPartnerInsightsGet,
  '/cra/check_report/pdf/get': craCheckReportPdfGet,
  '/cra/check_report/verification/get': craCheckReportVerificationGet,
  '/credit/bank_income/get': creditBankIncomeGet,
  '/credit/bank_income/pdf/get': creditBankIncomePdfGet,
  '/credit/bank_income/refresh': creditBankIncomeRefresh,
  '/credit/bank_income/webhook/update': creditBankIncomeWebhookUpdate,
  '/credit/sessions/get': creditSessionsGet,
  '/identity/get': identityGet,
  '/institutions/get': institutionsGet,
  '/institutions/get_by_id': institutionsGetById,
  '/institutions/search': institutionsSearch,
  '/investments/holdings/get': investmentsHoldingsGet,
  '/investments/refresh': investmentsRefresh,
  '/investments/transactions/get': investmentsTransactionsGet,
  '/item/access_token/invalidate': itemAccessTokenInvalidate,
  '/item/get': itemGet,
  '/item/import': itemImport,
  '/item/public_token/create': itemPublicTokenCreate,
  '/item/public_token/exchange': itemPublicTokenExchange,
  '/item/remove': itemRemove,
  '/item/webhook/update': itemWebhookUpdate,
  '/liabilities/get': liabilitiesGet,
  '/link/token/create': linkTokenCreate,
  '/link/token/get': linkTokenGet,
  '/sandbox/bank_income/fire_webhook': sandboxBankIncomeFireWebhook,
  '/sandbox/income/fire_webhook': sandboxIncomeFireWebhook,
  '/sandbox/item/fire_webhook': sandboxItemFireWebhook,
  '/sandbox/item/reset_login': sandboxItemResetLogin,
  '/sandbox/item/set_verification_status': sandboxItemSetVerificationStatus,
  '/sandbox/public_token/create': sandboxPublicTokenCreate,
  '/sandbox/transactions/create': sandboxTransactionsCreate,
  '/sandbox/user/fire_webhook': sandboxUserFireWebhook,
  '/sandbox/user/reset_login': sandboxUserResetLogin,
  '/statements/download': statementsDownload,
  '/statements/list': statementsList,
  '/statements/refresh': statementsRefresh,
  '/transactions/enrich': transactionsEnrich,
  '/transactions/get': transactionsGet,
  '/transactions/recurring/get': transactionsRecurringGet,
  '/transactions/refresh': transactionsRefresh,
  '/transactions/sync': transactionsSync,
  '/user/create': userCreate,
  '/user/get': userGet,
  '/user/items/associate': userItemsAssociate,
  '/user/items/get': userItemsGet,
  '/user/items/remove': userItemsRemove,
  '/user/remove': userRemove,
  '/user/update': userUpdate,
  '/webhook_verification_key/get': webhookVerificationKeyGet,
};
