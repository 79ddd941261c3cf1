import { listExportRows } from '@/db/queries/export';
import { findAccount } from '@/db/queries/accounts';
import { AppError, notFound } from '@/lib/core/errors';
import type { UserId } from '@/lib/core/id';
import { csvLines } from '@/lib/csv/write';
import { readFilter, type TransactionFilter } from '@/lib/transactions/filter';
import { CSV_HEAD, csvCells, type Exported, exported } from '@/lib/transactions/export';

const BATCH = 1_000;

type Format = {
  type: string;
  begin: string;
  end: string;
  write: (rows: Exported[], isFirst: boolean) => string;
};

const FORMATS: Record<string, Format> = {
  'transactions.csv': {
    type: 'text/csv; charset=utf-8',
    begin: csvLines([CSV_HEAD]),
    end: '',
    write: (rows) => csvLines(rows.map(csvCells)),
  },
  'transactions.json': {
    type: 'application/json; charset=utf-8',
    begin: '[',
    end: '\n]\n',
    write: (rows, isFirst) =>
      rows.map((row, index) => `${isFirst && index === 0 ? '\n' : ',\n'}${JSON.stringify(row)}`).join(''),
  },
};

/** The file of that name for a person: all of their transactions, newest first, or those the filters ask for. */
export async function download(userId: UserId, file: string, params: URLSearchParams): Promise<Response> {
  const format = FORMATS[file];
  if (!format) throw notFound('file');
  const filter = await readStrictly(userId, params);
  return new Response(stream(format, userId, filter), {
    headers: {
      'content-type': format.type,
      'content-disposition': `attachment; filename="${file}"`,
      'cache-control': 'private, no-store',
    },
  });
}

/** A download refuses what the page would pass over: nobody sees from a file that a filter was ignored. */
async function readStrictly(userId: UserId, params: URLSearchParams): Promise<TransactionFilter> {
  const { filter, problems } = readFilter(Object.fromEntries(params));
  if (Object.keys(problems).length > 0) {
    throw new AppError('invalid-input', 'Some of the filters cannot be used.', { fields: problems });
  }
  if (filter.accountId && !(await findAccount(userId, filter.accountId))) throw notFound('account');
  return filter;
}

/** Read and sent batch by batch, as fast as the other side takes it, so that memory stays flat. */
function stream(format: Format, userId: UserId, filter: TransactionFilter): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const parts = textParts(format, userId, filter);
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

async function* textParts(format: Format, userId: UserId, filter: TransactionFilter) {
  yield format.begin;
  let after: { day: Exported['date']; id: string } | null = null;
  for (;;) {
    const rows: Awaited<ReturnType<typeof listExportRows>> = await listExportRows(userId, filter, {
      after,
      limit: BATCH,
    });
    if (rows.length > 0) yield format.write(rows.map(exported), after === null);
    after = rows.length < BATCH ? null : (rows.at(-1) ?? null);
    if (after === null) break;
  }
  yield format.end;
}
