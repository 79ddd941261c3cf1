import 'server-only';
import type { TransactionStream } from 'plaid';
import type { Day } from '@/lib/core/day';
import { currencyOf, dayOrNull, flipped } from './amounts';
import { callPlaid } from './client';

/** Plaid's guess at a repeating payment, in our sign: a bill is negative (REC-4 flipped). */
export type BankStream = {
  plaidStreamId: string;
  plaidAccountId: string;
  direction: 'inflow' | 'outflow';
  description: string;
  merchantName: string | null;
  frequency: string;
  status: string;
  isActive: boolean;
  firstDay: Day;
  lastDay: Day;
  predictedNextDay: Day | null;
  averageAmount: number;
  lastAmount: number;
  currency: string;
  plaidCategoryPrimary: string | null;
  plaidCategoryDetailed: string | null;
  plaidTransactionIds: string[];
};

/** All streams of an Item; the answer replaces what was stored (REC-9). */
export async function pullStreams(
  accessToken: string,
): Promise<{ streams: BankStream[]; requestId: string }> {
  const data = await callPlaid((api) => api.transactionsRecurringGet({ access_token: accessToken }));
  const streams = [
    ...(data.inflow_streams ?? []).map((stream) => mapStream(stream, 'inflow')),
    ...(data.outflow_streams ?? []).map((stream) => mapStream(stream, 'outflow')),
  ];
  return { streams: streams.filter((stream) => stream !== null), requestId: data.request_id };
}

export function mapStream(stream: TransactionStream, direction: BankStream['direction']): BankStream | null {
  const firstDay = dayOrNull(stream.first_date);
  const lastDay = dayOrNull(stream.last_date);
  if (!firstDay || !lastDay) return null;
  const currency = currencyOf({
    iso_currency_code: null,
    unofficial_currency_code: null,
    ...stream.last_amount,
  });
  const category = stream.personal_finance_category;
  return {
    plaidStreamId: stream.stream_id,
    plaidAccountId: stream.account_id,
    direction,
    description: stream.description,
    merchantName: stream.merchant_name ?? null,
    frequency: word(stream.frequency),
    status: word(stream.status),
    isActive: stream.is_active,
    firstDay,
    lastDay,
    predictedNextDay: dayOrNull(stream.predicted_next_date),
    averageAmount: flipped(stream.average_amount.amount ?? 0, currency),
    lastAmount: flipped(stream.last_amount.amount ?? 0, currency),
    currency,
    plaidCategoryPrimary: category?.primary ?? null,
    plaidCategoryDetailed: category?.detailed ?? null,
    plaidTransactionIds: stream.transaction_ids,
  };
}

/** "SEMI_MONTHLY" is "semi-monthly" with us; a word nobody knew yet stays readable (GEN-7). */
function word(value: string): string {
  return value.toLowerCase().replaceAll('_', '-');
}
