/** What may be asked of a Consumer Report, in a link token or by itself (CRA-4, CRA-7). */
import type { ConsumerReportPermissiblePurpose, Products } from 'plaid';
import { z } from 'zod';
import type { CheckReportTerms } from '../documents';
import { plaidError } from '../errors/errors';
import { userReference } from '../users/users';
import { CRA_BASE_REPORT } from '../vocabulary';

const PURPOSES: readonly `${ConsumerReportPermissiblePurpose}`[] = [
  'ACCOUNT_REVIEW_CREDIT',
  'ACCOUNT_REVIEW_NON_CREDIT',
  'EXTENSION_OF_CREDIT',
  'LEGITIMATE_BUSINESS_NEED_TENANT_SCREENING',
  'LEGITIMATE_BUSINESS_NEED_OTHER',
  'WRITTEN_INSTRUCTION_PREQUALIFICATION',
  'WRITTEN_INSTRUCTION_OTHER',
  'ELIGIBILITY_FOR_GOVT_BENEFITS',
];

const LEAST_DAYS = 180;

export const permissiblePurpose = z.enum(PURPOSES, { error: 'must be a valid permissible purpose' });

/** Prism's models by the version that is wanted. */
export const prismVersions = z.strictObject({
  firstdetect: z.enum(['3']).nullish(),
  detect: z.enum(['4.1', '4']).nullish(),
  cashscore: z.enum(['4.1', '4', '3_lite', '3']).nullish(),
  extend: z.enum(['4.1', '4']).nullish(),
  insights: z.enum(['4.1', '4', '3']).nullish(),
});

/** The fields that a link token's `cra_options` and `/cra/check_report/create` have in common. */
export const reportOptions = {
  days_requested: z.int().min(1).max(731, 'must be 731 or less'),
  days_required: z.int().min(0).max(184, 'must be 184 or less').nullish(),
  client_report_id: z.string().nullish(),
  base_report: z
    .strictObject({
      client_report_id: z.string().nullish(),
      gse_options: z.looseObject({}).nullish(),
      require_identity: z.boolean().nullish(),
      home_lending_report_options: z.looseObject({}).nullish(),
    })
    .nullish(),
  cashflow_insights: z
    .strictObject({
      plaid_check_score_version: z.string().nullish(),
      attributes_version: z.string().nullish(),
    })
    .nullish(),
  income_insights: z.looseObject({}).nullish(),
  include_investments: z.boolean().nullish(),
  lend_score: z.strictObject({ lend_score_version: z.string().nullish() }).nullish(),
  network_insights: z.strictObject({ network_insights_version: z.string().nullish() }).nullish(),
  partner_insights: z
    .strictObject({
      prism_products: z.array(z.string()).nullish(),
      prism_versions: prismVersions.nullish(),
      fico: z.looseObject({}).nullish(),
    })
    .nullish(),
};

/** The fields by which a report is asked for; a purpose told anew is checked and changes nothing. */
export const reportReference = {
  ...userReference,
  third_party_user_token: z.string().nullish(),
  report_id: z.string().nullish(),
  consumer_report_permissible_purpose: permissiblePurpose.nullish(),
};

/** `cra_options` of a link token. */
export const craOptions = z.strictObject(reportOptions);

/** The base report is always made; what is asked for beside it must be Plaid Check's, too. */
export function reportTerms(
  asked: z.output<typeof craOptions>,
  products: readonly Products[],
  webhook: string | null,
): CheckReportTerms {
  if (!products.every(isCheckProduct)) throw plaidError('INVALID_PRODUCT');
  return {
    daysRequested: Math.max(asked.days_requested, LEAST_DAYS),
    daysRequired: asked.days_required ?? 0,
    clientReportId: asked.client_report_id ?? asked.base_report?.client_report_id ?? null,
    products: [...new Set([CRA_BASE_REPORT, ...products])],
    webhook,
  };
}

export function isCheckProduct(product: Products): boolean {
  return product.startsWith('cra_');
}
