/** What may be asked of Bank Income, in a link token or of the Sandbox (INC-1). */
import { z } from 'zod';

export const incomeVerification = z.strictObject({
  income_verification_id: z.string().nullish(),
  asset_report_id: z.string().nullish(),
  access_tokens: z.array(z.string()).nullish(),
  income_source_types: z.array(z.enum(['bank', 'payroll'])).nullish(),
  bank_income: z
    .strictObject({
      days_requested: z.int().min(1).max(731, 'must be 731 or less').nullish(),
      enable_multiple_items: z.boolean().nullish(),
    })
    .nullish(),
  payroll_income: z.looseObject({}).nullish(),
  stated_income_sources: z.array(z.looseObject({})).nullish(),
});
