/** Audit copies: a report handed to a third party under a token of its own (AST-11). */
import type { AssetReportDocument } from '../documents';
import { plaidError } from '../errors/errors';
import { opaqueId } from '../ids';
import { nextUuid, type World } from '../world';

export async function createAuditCopy(
  world: World,
  { token: reportToken }: AssetReportDocument,
  auditorId: string | null,
): Promise<string> {
  const token = `a-sandbox-${opaqueId(await nextUuid(world, 'audit-copy'))
    .slice(0, 26)
    .toUpperCase()}`;
  await world.store.update('auditCopies', token, () => ({ token, reportToken, auditorId }));
  return token;
}

/** The report behind an audit copy; removing the report ends its copies, too (AST-10). */
export async function findAuditedReport(world: World, token: string): Promise<AssetReportDocument> {
  const copy = await world.store.find('auditCopies', token);
  const report = copy && (await world.store.find('assetReports', copy.reportToken));
  if (!report || report.state === 'removed') throw plaidError('INVALID_AUDIT_COPY_TOKEN');
  return report;
}

export async function removeAuditCopy(world: World, token: string): Promise<void> {
  await findAuditedReport(world, token);
  await world.store.update('auditCopies', token, () => undefined);
}
