/** Partner, network and cash flow insights and the LendScore on the wire: all from one standing (CRA-9). */
import type {
  CraCashflowInsightsReport,
  CraLendScoreReport,
  CraNetworkInsightsReport,
  CraPartnerInsights,
  PrismCashScoreMetadata,
} from 'plaid';
import { timestamp } from '../clock';
import type { CheckReportDocument, ItemDocument } from '../documents';
import { findInstitution } from '../institutions/institutions';
import type { World } from '../world';
import { spanOf } from './check-report';
import { type AccountHistory, historiesOf } from './history';
import { accountOf } from './income-insights';
import { attributesOfStanding, soundness, type Standing, standingOf, worries } from './standing';

/** Which Prism models are asked for; each answers in the version that was named. */
type PrismVersions = Partial<
  Readonly<Record<'cashscore' | 'firstdetect' | 'insights' | 'detect' | 'extend', string | null | undefined>>
>;

const USUAL_VERSION = '3';

export function partnerInsights(
  world: World,
  report: CheckReportDocument,
  items: readonly ItemDocument[],
  versions: PrismVersions,
): CraPartnerInsights {
  const byItem = items.map((item) => ({ item, banks: banksOf(world, report, item) }));
  const standing = standingOf(byItem.flatMap(({ banks }) => banks));
  return {
    ...named(report),
    client_report_id: report.clientReportId,
    fico: null,
    prism: {
      insights: { ...version(versions.insights), result: attributesOfStanding(standing) },
      cash_score: { ...version(versions.cashscore), ...scored(standing) },
      first_detect: { ...version(versions.firstdetect), ...scored(standing) },
      // Models of version 4, for those who ask for them.
      detect: versions.detect ? { model_version: versions.detect, ...scored(standing) } : null,
      extend: versions.extend ? { model_version: versions.extend, ...scored(standing) } : null,
      status: 'SUCCESS',
    },
    items: byItem.map(({ item, banks }) => ({ ...placeOf(item), accounts: banks.map(accountOf) })),
  };
}

export function networkInsights(
  report: CheckReportDocument,
  items: readonly ItemDocument[],
): CraNetworkInsightsReport {
  const banks = new Set(items.map(({ institutionId }) => institutionId));
  return {
    ...named(report),
    network_attributes: {
      plaid_conn_user_lifetime_items_count: items.length,
      plaid_conn_user_lifetime_institutions_count: banks.size,
      plaid_conn_user_lifetime_accounts_count: items.flatMap(({ shares }) => shares).length,
    },
    items: items.map(placeOf),
  };
}

export function cashflowInsights(
  world: World,
  report: CheckReportDocument,
  items: readonly ItemDocument[],
): CraCashflowInsightsReport {
  const banks = items.flatMap((item) => banksOf(world, report, item));
  return { ...named(report), attributes: attributesOfStanding(standingOf(banks)) };
}

/** From 1 to 99; more is better. */
export function lendScore(
  world: World,
  report: CheckReportDocument,
  items: readonly ItemDocument[],
): CraLendScoreReport {
  const banks = items.flatMap((item) => banksOf(world, report, item));
  const standing = standingOf(banks);
  return {
    ...named(report),
    lend_score: {
      score: 1 + Math.round(soundness(standing) * 98),
      reason_codes: worries(standing),
      error_reason: null,
    },
  };
}

function named({ reportId, readyAt }: CheckReportDocument) {
  return { report_id: reportId, generated_time: timestamp(readyAt) };
}

function placeOf({ institutionId, itemId }: ItemDocument) {
  return {
    institution_id: institutionId,
    institution_name: findInstitution(institutionId)?.name ?? institutionId,
    item_id: itemId,
  };
}

function banksOf(world: World, report: CheckReportDocument, item: ItemDocument): AccountHistory[] {
  return historiesOf(world, item, spanOf(report)).filter(({ account }) => account.type === 'depository');
}

function version(asked: string | null | undefined) {
  const model = asked ?? USUAL_VERSION;
  return { version: Number.parseInt(model, 10), model_version: model };
}

/** From 1 to 999; more is better. */
function scored(standing: Standing) {
  return {
    score: 1 + Math.round(soundness(standing) * 998),
    reason_codes: worries(standing),
    metadata: metadataOf(standing),
  };
}

/** Ages are in days. */
function metadataOf(standing: Standing): PrismCashScoreMetadata {
  const { longestHistory: longest, shortestHistory: shortest } = standing;
  return {
    max_age: longest,
    min_age: shortest,
    max_age_credit: longest,
    min_age_credit: shortest,
    max_age_debit: longest,
    min_age_debit: shortest,
    num_trxn_credit: standing.credits,
    num_trxn_debit: standing.debits,
    l1m_credit_value_cnt: standing.creditsLastMonth,
    l1m_debit_value_cnt: standing.debitsLastMonth,
  };
}
