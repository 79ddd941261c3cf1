/** Every query there is, called by one person with another person's ids. */
import { asUser } from '@/db/client';
import * as accounts from '@/db/queries/accounts';
import * as balances from '@/db/queries/balances';
import * as budgets from '@/db/queries/budgets';
import * as changes from '@/db/queries/changes';
import * as connections from '@/db/queries/connections';
import * as debts from '@/db/queries/debts';
import * as exporting from '@/db/queries/export';
import * as investments from '@/db/queries/investments';
import * as monthlyTotals from '@/db/queries/monthly-totals';
import * as overview from '@/db/queries/overview';
import * as products from '@/db/queries/products';
import * as recurring from '@/db/queries/recurring';
import * as syncAccounts from '@/db/queries/sync/accounts';
import * as syncAnnouncements from '@/db/queries/sync/announcements';
import * as syncBalances from '@/db/queries/sync/balances';
import * as syncChanges from '@/db/queries/sync/changes';
import * as syncEdits from '@/db/queries/sync/edits';
import * as syncIdentity from '@/db/queries/sync/identity';
import * as syncInvestments from '@/db/queries/sync/investments';
import * as syncItems from '@/db/queries/sync/items';
import * as syncJobs from '@/db/queries/sync/jobs';
import * as syncLinks from '@/db/queries/sync/links';
import * as syncPages from '@/db/queries/sync/pages';
import * as syncPerson from '@/db/queries/sync/person';
import * as syncProducts from '@/db/queries/sync/products';
import * as syncRemoval from '@/db/queries/sync/removal';
import * as syncRuns from '@/db/queries/sync/runs';
import * as syncTokens from '@/db/queries/sync/tokens';
import * as syncTransactions from '@/db/queries/sync/transactions';
import * as syncLog from '@/db/queries/sync-log';
import * as transactions from '@/db/queries/transactions';
import * as users from '@/db/queries/users';
import { sql } from 'drizzle-orm';
import { matchAll, RELINK_CALLS } from './stranger-calls-relink';
import { AT, type Call, filterOf, leaseOf, MARCH, served, TODAY, UPDATE } from './stranger-values';

/** By "module.function". Fragments of SQL that run nothing, and the named list of `system`, are not in it. */
export const STRANGER_CALLS: Record<string, Call> = {
  ...RELINK_CALLS,
  'accounts.listAccounts': (ann) => accounts.listAccounts(ann),
  'accounts.findAccount': (ann, bob) => accounts.findAccount(ann, bob.accountId),
  'accounts.listAccountBalances': (ann, bob) => accounts.listAccountBalances(ann, bob.accountId),
  'accounts.updateAccount': (ann, bob) => accounts.updateAccount(ann, bob.accountId, { displayName: 'Mine' }),
  'balances.listBalancesOn': (ann) => balances.listBalancesOn(ann, { first: TODAY, last: TODAY, step: 1 }),
  'balances.findFirstBalanceDay': (ann) => balances.findFirstBalanceDay(ann),
  'balances.listStandings': (ann) => balances.listStandings(ann),
  'balances.listKnownDays': (ann, bob) => balances.listKnownDays(ann, TODAY, bob.accountId),
  'balances.listSuspects': (ann, bob) =>
    balances.listSuspects(ann, bob.accountId, { since: TODAY, amount: -10_00, currency: 'USD' }),
  'budgets.listBudgetLimits': (ann) => budgets.listBudgetLimits(ann, MARCH),
  'budgets.saveBudgetLimit': (ann) =>
    budgets.saveBudgetLimit(ann, { categoryId: 'groceries', currency: 'USD', fromMonth: MARCH, amount: 9 }),
  'budgets.addBudgetLimits': (ann) =>
    budgets.addBudgetLimits(ann, [{ categoryId: 'coffee', currency: 'USD', fromMonth: MARCH, amount: 9 }]),
  'budgets.listCategoryMonths': (ann) => budgets.listCategoryMonths(ann, MARCH, MARCH),
  'budgets.listLoadingBanks': (ann) => budgets.listLoadingBanks(ann),
  'changes.listChanges': (ann, bob) => changes.listChanges(ann, bob.transactionId),
  'changes.recordOwnChanges': (ann, bob) =>
    asUser(ann, (tx) =>
      changes.recordOwnChanges(tx, ann, bob.transactionId, [{ field: 'note', before: null, after: 'Mine' }]),
    ),
  'connections.listConnections': (ann) => connections.listConnections(ann),
  'connections.getRemovalEffect': (ann, bob) => connections.getRemovalEffect(ann, bob.itemId),
  'connections.getConnection': (ann, bob) => connections.getConnection(ann, bob.itemId),
  'debts.listDebts': (ann) => debts.listDebts(ann),
  'export.listExportRows': (ann, bob) =>
    exporting.listExportRows(ann, filterOf(bob), { after: null, limit: 9 }),
  'investments.listHoldings': (ann) => investments.listHoldings(ann),
  'investments.listInvestmentAccounts': (ann) => investments.listInvestmentAccounts(ann),
  'investments.listInvestmentTransactions': (ann) => investments.listInvestmentTransactions(ann, 9),
  'monthly-totals.refreshMonthlyTotals': (ann, { accountId }) =>
    asUser(ann, (tx) => monthlyTotals.refreshMonthlyTotals(tx, ann, [{ accountId, month: MARCH }])),
  'overview.sumSpendingToDate': (ann) =>
    overview.sumSpendingToDate(ann, { months: [MARCH], date: 31, except: [] }),
  'overview.listConnectionStates': (ann) => overview.listConnectionStates(ann),
  'products.listProductStates': (ann) => products.listProductStates(ann, 'transactions'),
  'recurring.listStreams': (ann) => recurring.listStreams(ann),
  'sync-log.listRuns': (ann, bob) =>
    syncLog.listRuns(ann, bob.itemId, { before: null, onlyProblems: false, limit: 9 }),
  'transactions.listTransactions': (ann, bob) =>
    transactions.listTransactions(ann, filterOf(bob), { limit: 9 }),
  'transactions.sumTransactions': (ann, bob) => transactions.sumTransactions(ann, filterOf(bob)),
  'transactions.findFirstDay': (ann) => transactions.findFirstDay(ann),
  'transactions.findTransaction': (ann, bob) => transactions.findTransaction(ann, bob.transactionId),
  'transactions.updateTransaction': (ann, bob) =>
    transactions.updateTransaction(ann, bob.transactionId, { userCategoryId: 'pets', note: 'Mine' }),
  'users.getProfile': (ann) => users.getProfile(ann),
  'users.updateProfile': (ann) =>
    users.updateProfile(ann, { name: 'Ann', numberForm: 'point-comma', dateForm: 'iso' }),
  'users.endSessions': (ann) => users.endSessions(ann),

  'sync/accounts.saveAccounts': (ann, bob) =>
    syncAccounts.saveAccounts(leaseOf(ann, bob), [served], {
      today: TODAY,
      at: AT,
      match: (former) => ({ matches: former.map((one) => ({ former: one, present: served })) }),
    }),
  'sync/accounts.findAccountIds': (ann, bob) =>
    asUser(ann, (tx) => syncAccounts.findAccountIds(tx, leaseOf(ann, bob))),
  'sync/accounts.addClosedAccounts': (ann, bob) =>
    asUser(ann, (tx) => syncAccounts.addClosedAccounts(tx, leaseOf(ann, bob), [served], AT)),
  'sync/announcements.noteHistory': (ann, bob) => syncAnnouncements.noteHistory(ann, bob.itemId, 'complete'),
  'sync/announcements.noteAcknowledged': (ann, bob) =>
    syncAnnouncements.noteAcknowledged(ann, bob.itemId, AT),
  'sync/balances.replayBalances': (ann, bob) =>
    asUser(ann, (tx) => syncBalances.replayBalances(tx, leaseOf(ann, bob), TODAY)),
  'sync/changes.recordCorrections': (ann, bob) =>
    asUser(ann, (tx) =>
      syncChanges.recordCorrections(tx, leaseOf(ann, bob), [{ plaidTransactionId: 'Bob-row' }]),
    ),
  'sync/changes.recordLateWords': (ann, bob) =>
    asUser(ann, (tx) => syncChanges.recordLateWords(tx, leaseOf(ann, bob), ['Bob-row'])),
  'sync/changes.recordPostings': (ann, bob) =>
    asUser(ann, (tx) =>
      syncChanges.recordPostings(
        tx,
        leaseOf(ann, bob),
        [{ plaidTransactionId: 'Bob-row' }],
        new Set(['Bob-row']),
      ),
    ),
  'sync/balances.noteKnownSums': (ann, bob) =>
    asUser(ann, (tx) => syncBalances.noteKnownSums(tx, leaseOf(ann, bob), TODAY)),
  'sync/balances.forgetKnownSums': (ann, bob) =>
    asUser(ann, (tx) => syncBalances.forgetKnownSums(tx, leaseOf(ann, bob))),
  'sync/edits.carryEdits': (ann, bob) =>
    asUser(ann, (tx) => syncEdits.carryEdits(tx, leaseOf(ann, bob), { removed: ['Bob-row'] })),
  'sync/identity.saveOwners': (ann, bob) =>
    syncIdentity.saveOwners(leaseOf(ann, bob), [{ plaidAccountId: 'new', names: ['Mine'] }]),
  'sync/identity.forgetIdentity': (ann, bob) => syncIdentity.forgetIdentity(ann, bob.itemId),
  'sync/investments.saveHoldings': (ann, bob) =>
    syncInvestments.saveHoldings(leaseOf(ann, bob), [], [], TODAY),
  'sync/investments.saveInvestmentTransactions': (ann, bob) =>
    syncInvestments.saveInvestmentTransactions(
      leaseOf(ann, bob),
      { first: TODAY, last: TODAY },
      [],
      [],
      TODAY,
    ),
  'sync/items.findSyncItem': (ann, bob) => syncItems.findSyncItem(ann, bob.itemId),
  'sync/items.readSyncItem': (ann, bob) => asUser(ann, (tx) => syncItems.readSyncItem(tx, ann, bob.itemId)),
  'sync/items.listItemIds': (ann) => syncItems.listItemIds(ann),
  'sync/items.moveCursor': (ann, bob) =>
    asUser(ann, (tx) => syncItems.moveCursor(tx, leaseOf(ann, bob), { cursor: 'mine', history: 'complete' })),
  'sync/items.startRebuild': (ann, bob) => syncItems.startRebuild(leaseOf(ann, bob)),
  'sync/items.saveFacts': (ann, bob) =>
    syncItems.saveFacts(leaseOf(ann, bob), { consentExpiresAt: AT, bankReachedAt: AT }),
  'sync/items.saveState': (ann, bob) => syncItems.saveState(ann, bob.itemId, { state: 'revoked' }),
  'sync/items.clearTrouble': (ann, bob) => syncItems.clearTrouble(ann, bob.itemId, ['needs-repair']),
  'sync/items.saveWebhookUrl': (ann, bob) =>
    syncItems.saveWebhookUrl(ann, bob.itemId, 'https://mine.example'),
  'sync/items.markNewAccounts': (ann, bob) => syncItems.markNewAccounts(ann, bob.itemId, true),
  'sync/items.saveProduct': (ann, bob) =>
    syncItems.saveProduct(leaseOf(ann, bob), { product: 'transactions', state: 'failed' }),
  'sync/jobs.raiseOld': (ann) => syncJobs.raiseOld(ann, 0),
  'sync/jobs.claimJob': (ann, bob) => syncJobs.claimJob(ann, bob.itemId),
  'sync/jobs.takeLease': (ann, bob) => asUser(ann, (tx) => syncJobs.takeLease(tx, ann, bob.itemId)),
  'sync/jobs.raiseWant': (ann, bob) => syncJobs.raiseWant(ann, bob.itemId, 'webhook'),
  'sync/jobs.renewLease': (ann, bob) => syncJobs.renewLease(leaseOf(ann, bob)),
  'sync/jobs.finishJob': (ann, bob) =>
    syncJobs.finishJob(leaseOf(ann, bob), { want: 1, isServed: true, retryInSeconds: null, attempts: 0 }),
  'sync/jobs.giveBack': (ann, bob) =>
    asUser(ann, (tx) =>
      syncJobs.giveBack(tx, leaseOf(ann, bob), {
        want: 1,
        isServed: true,
        retryInSeconds: null,
        attempts: 0,
      }),
    ),
  'sync/jobs.underLease': (ann, bob) =>
    syncJobs.underLease(leaseOf(ann, bob), (tx) => tx.execute(sql`select bank_name from accounts`)),
  'sync/links.createIntent': (ann, bob) =>
    syncLinks.createIntent(ann, {
      id: bob.intentId,
      itemId: bob.itemId,
      publicTokenHash: 'Bob-hash',
      publicTokenSealed: 'sealed',
      linkSessionId: null,
      plaidInstitutionId: null,
    }),
  'sync/links.findIntent': (ann) => syncLinks.findIntent(ann, 'Bob-hash'),
  'sync/links.getIntent': (ann, bob) => syncLinks.getIntent(ann, bob.intentId),
  'sync/links.closeIntent': (ann, bob) =>
    syncLinks.closeIntent(ann, bob.intentId, { state: 'failed', itemId: null }),
  'sync/links.createItem': (ann, bob) =>
    syncLinks.createItem(
      ann,
      {
        id: bob.itemId,
        plaidItemId: 'another',
        accessTokenSealed: 'sealed',
        plaidInstitutionId: null,
        institutionName: 'Harbor Bank',
      },
      { id: bob.intentId, requestId: 'request' },
    ),
  'sync/links.saveFirstAccounts': (ann, bob) =>
    syncLinks.saveFirstAccounts(
      ann,
      bob.itemId,
      { accounts: [served], item: { plaidInstitutionId: null, institutionName: 'Mine' } },
      () => null,
    ),
  'sync/links.listAccountsAt': (ann) => syncLinks.listAccountsAt(ann, 'ins_shared'),
  'sync/links.listKnownAccounts': (ann) => syncLinks.listKnownAccounts(ann, 'ins_shared'),
  'sync/pages.findLastPage': (ann, bob) => syncPages.findLastPage(leaseOf(ann, bob), UPDATE),
  'sync/pages.savePage': (ann, bob) =>
    syncPages.savePage(leaseOf(ann, bob), UPDATE, { page: 1, nextCursor: 'x', hasMore: false }, {}),
  'sync/pages.dropPages': (ann, bob) => syncPages.dropPages(leaseOf(ann, bob)),
  'sync/pages.deletePages': (ann, bob) => asUser(ann, (tx) => syncPages.deletePages(tx, leaseOf(ann, bob))),
  'sync/pages.findPageBody': (ann, bob) =>
    asUser(ann, (tx) => syncPages.findPageBody(tx, leaseOf(ann, bob), UPDATE, 0)),
  'sync/person.getToday': (ann) => syncPerson.getToday(ann),
  'sync/person.readToday': (ann, bob) => asUser(ann, (tx) => syncPerson.readToday(tx, bob.userId)),
  'sync/products.saveStreams': (ann, bob) => syncProducts.saveStreams(leaseOf(ann, bob), []),
  'sync/products.saveLiabilities': (ann, bob) => syncProducts.saveLiabilities(leaseOf(ann, bob), [], TODAY),
  'sync/products.withAccounts': (ann, bob) =>
    asUser(ann, (tx) => syncProducts.withAccounts(tx, leaseOf(ann, bob), [])),
  'sync/products.deleteOthers': (ann, bob) =>
    asUser(ann, (tx) => syncProducts.deleteOthers(tx, leaseOf(ann, bob), 'holdings', sql`false`)),
  'sync/removal.markEnding': (ann, bob) => syncRemoval.markEnding(ann, bob.itemId),
  'sync/removal.deleteItem': (ann, bob) => syncRemoval.deleteItem(ann, bob.itemId),
  'sync/runs.beginRun': (ann, bob) => syncRuns.beginRun(ann, bob.itemId),
  'sync/runs.finishRun': (ann, bob) =>
    syncRuns.finishRun(leaseOf(ann, bob), bob.intentId, {
      report: { outcome: 'done', problems: {} },
      finish: { want: 1, isServed: true, retryInSeconds: null, attempts: 0 },
    }),
  'sync/tokens.markRotation': (ann, bob) => syncTokens.markRotation(leaseOf(ann, bob)),
  'sync/tokens.unmarkRotation': (ann, bob) => syncTokens.unmarkRotation(ann, bob.itemId),
  'sync/tokens.replaceToken': (ann, bob) =>
    syncTokens.replaceToken(ann, bob.itemId, { from: 'sealed', to: 'mine' }),
  'sync/tokens.markLooked': (ann, bob) => syncTokens.markLooked(ann, bob.itemId),
  'sync/transactions.applyTransactions': (ann, bob) =>
    syncTransactions.applyTransactions(leaseOf(ann, bob), {
      update: UPDATE,
      isRebuild: true,
      hasBalances: true,
      cursor: 'mine',
      history: 'complete',
      today: TODAY,
      at: AT,
      toPage: () => ({ upserts: [], removedIds: ['Bob-row'], accounts: [served] }),
      matchRows: matchAll,
    }),
};
