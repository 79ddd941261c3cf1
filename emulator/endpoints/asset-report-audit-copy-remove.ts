import type { AssetReportAuditCopyRemoveResponse } from 'plaid';
import { z } from 'zod';
import { removeAuditCopy } from '../reports/audit-copies';
import { type Body, endpoint } from '../request';

const schema = z.strictObject({ audit_copy_token: z.string() });

/** `/asset_report/audit_copy/remove`: ends one copy; the report and its other copies stay. */
export const assetReportAuditCopyRemove = endpoint(
  schema,
  async (world, { audit_copy_token }): Promise<Body<AssetReportAuditCopyRemoveResponse>> => {
    await removeAuditCopy(world, audit_copy_token);
    return { removed: true };
  },
);
