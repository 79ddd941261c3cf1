import { createHash } from 'node:crypto';
import { z } from 'zod';
import { plaidError } from '../errors/errors';
import { renderPdf } from '../pdf/render';
import { accessToken, endpoint, FileAnswer } from '../request';
import { statementPaper } from '../statements/statement-paper';
import { findStatementItem, statementsOf } from '../statements/statements';

const schema = z.strictObject({ access_token: accessToken, statement_id: z.string() });

/** `/statements/download`: one statement as a file, with its checksum in a header (STM-1). */
export const statementsDownload = endpoint(schema, async (world, { access_token, statement_id }) => {
  const item = await findStatementItem(world, access_token);
  for (const { account, statements } of statementsOf(world, item)) {
    const statement = statements.find(({ statementId }) => statementId === statement_id);
    if (!statement) continue;
    const pdf = await renderPdf(statementPaper(world, item, account, statement));
    const checksum = createHash('sha256').update(pdf).digest('hex');
    return new FileAnswer(pdf, 'application/pdf', { 'plaid-content-hash': checksum });
  }
  throw plaidError('INVALID_FIELD', 'statement_id: there is no such statement on this item');
});
