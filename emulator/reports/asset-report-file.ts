/** An Asset Report as a file, for its owner and for an auditor (AST-8). */
import type { AssetReportDocument } from '../documents';
import { renderPdf } from '../pdf/render';
import { FileAnswer } from '../request';
import type { World } from '../world';
import { readReport } from './asset-report';
import { assetReportPaper } from './asset-report-paper';

export async function assetReportFile(
  world: World,
  report: AssetReportDocument,
  daysToInclude: number | null | undefined,
): Promise<FileAnswer> {
  const answer = readReport(world, report, {
    edition: 'FULL',
    withInsights: false,
    daysToInclude: daysToInclude ?? null,
  });
  return new FileAnswer(await renderPdf(assetReportPaper(answer)), 'application/pdf');
}
