/** What a Consumer Report tells when it is ready, or will never be (CRA-8). */
import type { Products } from 'plaid';
import type { UserDocument } from '../documents';
import { CRA_BASE_REPORT } from '../vocabulary';
import { queueAt } from '../webhooks/webhooks';
import type { World } from '../world';
import { reportErrorBody, type ReportRefusal } from './refusals';

type ReportWebhookCode =
  | 'USER_CHECK_REPORT_READY'
  | 'USER_CHECK_REPORT_FAILED'
  | 'CHECK_REPORT_READY'
  | 'CHECK_REPORT_FAILED';

/** Users of either age are told in codes of their own. */
export function reportWebhookCode(
  { userToken }: UserDocument,
  failure: ReportRefusal | null,
): ReportWebhookCode {
  if (userToken === null) return failure === null ? 'USER_CHECK_REPORT_READY' : 'USER_CHECK_REPORT_FAILED';
  return failure === null ? 'CHECK_REPORT_READY' : 'CHECK_REPORT_FAILED';
}

export async function tellReport(
  world: World,
  url: string,
  code: ReportWebhookCode,
  news: {
    readonly userId: string;
    readonly failure: ReportRefusal | null;
    readonly products: readonly Products[];
    readonly brokenItems: readonly object[];
  },
): Promise<void> {
  const products = news.products.length === 0 ? [CRA_BASE_REPORT] : news.products;
  const outcome =
    news.failure === null
      ? { successful_products: products, failed_products: [] }
      : {
          // An error inside a webhook has a status and no request id (WHK-12).
          error: { ...reportErrorBody(news.failure), status: 400 },
          repairable_items: news.brokenItems,
          failed_products: products,
        };
  await queueAt(world, url, null, 'CHECK_REPORT', code, { user_id: news.userId, ...outcome });
}
