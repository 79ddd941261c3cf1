import 'server-only';
import {
  PersonalFinanceCategoryVersion,
  type RemovedTransaction,
  type Transaction,
  type TransactionsSyncResponse,
} from 'plaid';
import type { Day } from '@/lib/core/day';
import { type BankAccount, mapAccount } from './accounts';
import { currencyOf, dayOrNull, finerText, flipped, readable } from './amounts';
import { callPlaid } from './client';

/** Asked for by name and kept with each row, so that a later default changes nothing (FLD-12). */
const CATEGORY_VERSION = PersonalFinanceCategoryVersion.V1;
const PAGE = 500;

export type TransactionDetails = {
  counterparties?: { name: string; type: string; website: string | null; confidence: string | null }[];
  location?: Record<string, string | number | null>;
  payment?: Record<string, string | null>;
  checkNumber?: string | null;
  accountOwner?: string | null;
  amountText?: string;
};

/** One movement of money as the bank tells it, in our sign: a purchase is negative. */
export type BankTransaction = {
  plaidTransactionId: string;
  plaidAccountId: string;
  pendingPlaidTransactionId: string | null;
  amount: number;
  currency: string;
  postedDay: Day;
  authorizedDay: Day | null;
  isPending: boolean;
  bankName: string;
  originalDescription: string | null;
  merchantName: string | null;
  counterpartyName: string | null;
  merchantEntityId: string | null;
  logoUrl: string | null;
  website: string | null;
  paymentChannel: string;
  plaidCategoryPrimary: string | null;
  plaidCategoryDetailed: string | null;
  plaidCategoryConfidence: string | null;
  plaidCategoryVersion: string | null;
  details: TransactionDetails;
};

/** The part of a page that is kept as it came until the whole update can be applied. */
export type RawPage = Pick<TransactionsSyncResponse, 'added' | 'modified' | 'removed'> &
  Partial<Pick<TransactionsSyncResponse, 'accounts'>>;

export type History = 'not-ready' | 'initial' | 'complete' | 'unknown';

export type PulledPage = {
  raw: RawPage;
  nextCursor: string;
  hasMore: boolean;
  history: History;
  requestId: string;
};

/** One page of `/transactions/sync` after `cursor`; null reads from the beginning (TXN-4, TXN-13). */
export async function pullTransactionsPage(accessToken: string, cursor: string | null): Promise<PulledPage> {
  const data = await callPlaid<TransactionsSyncResponse>((api) =>
    api.transactionsSync({
      access_token: accessToken,
      ...(cursor ? { cursor } : {}),
      count: PAGE,
      options: { include_original_description: true, personal_finance_category_version: CATEGORY_VERSION },
    }),
  );
  const { added, modified, removed, accounts } = data;
  return {
    raw: { added: added ?? [], modified: modified ?? [], removed: removed ?? [], accounts: accounts ?? [] },
    nextCursor: data.next_cursor ?? '',
    hasMore: data.has_more,
    history: historyOf(data.transactions_update_status),
    requestId: data.request_id,
  };
}

/** Has Plaid look at the bank now; what is new comes by webhook and sync, and nothing new comes without a word (TXN-28). */
export async function refreshAtBank(accessToken: string): Promise<void> {
  await callPlaid((api) => api.transactionsRefresh({ access_token: accessToken }));
}

export type MappedPage = {
  upserts: BankTransaction[];
  /** Rows without a day, or with an amount beyond exact counting: they must not hold up all the others. */
  unreadable: number;
  removedIds: string[];
  accounts: BankAccount[];
  counts: { added: number; modified: number; removed: number };
};

/** Added first, then modified: of two versions in one page the later one counts (TXN-14). */
export function mapPage(raw: RawPage): MappedPage {
  const rows = new Map([...raw.added, ...raw.modified].map((row) => [row.transaction_id, row]));
  const upserts = [...rows.values()].flatMap((row) => readable(() => mapTransaction(row)) ?? []);
  return {
    upserts,
    unreadable: rows.size - upserts.length,
    removedIds: [...new Set(raw.removed.map((row: RemovedTransaction) => row.transaction_id))],
    accounts: (raw.accounts ?? []).map(mapAccount),
    counts: { added: raw.added.length, modified: raw.modified.length, removed: raw.removed.length },
  };
}

export function mapTransaction(row: Transaction): BankTransaction {
  const currency = currencyOf(row);
  const category = row.personal_finance_category;
  return {
    plaidTransactionId: row.transaction_id,
    plaidAccountId: row.account_id,
    pendingPlaidTransactionId: row.pending_transaction_id ?? null,
    amount: flipped(row.amount, currency),
    currency,
    postedDay: requiredDay(row.date),
    authorizedDay: dayOrNull(row.authorized_date),
    isPending: row.pending,
    bankName: row.name,
    originalDescription: row.original_description ?? null,
    merchantName: row.merchant_name ?? null,
    counterpartyName: row.counterparties?.[0]?.name ?? null,
    merchantEntityId: row.merchant_entity_id ?? null,
    logoUrl: row.logo_url ?? null,
    website: row.website ?? null,
    paymentChannel: row.payment_channel ?? 'other',
    plaidCategoryPrimary: category?.primary ?? null,
    plaidCategoryDetailed: category?.detailed ?? null,
    plaidCategoryConfidence: category?.confidence_level ?? null,
    plaidCategoryVersion: category ? (category.version ?? CATEGORY_VERSION) : null,
    details: detailsOf(row, currency),
  };
}

function detailsOf(row: Transaction, currency: string): TransactionDetails {
  const amountText = finerText(row.amount, currency);
  const counterparties = (row.counterparties ?? []).map((of) => ({
    name: of.name,
    type: of.type,
    website: of.website ?? null,
    confidence: of.confidence_level ?? null,
  }));
  return {
    ...(counterparties.length ? { counterparties } : {}),
    ...present('location', { ...row.location }),
    ...present('payment', { ...row.payment_meta }),
    ...(row.check_number ? { checkNumber: row.check_number } : {}),
    ...(row.account_owner ? { accountOwner: row.account_owner } : {}),
    ...(amountText ? { amountText } : {}),
  };
}

/** Objects that are always sent and mostly empty (FLD-6) are kept only for what they hold. */
function present<K extends string, V>(key: K, fields: Record<string, V | null | undefined>) {
  const held = Object.entries(fields).filter((entry): entry is [string, V] => entry[1] != null);
  return held.length ? { [key]: Object.fromEntries(held) } : {};
}

function requiredDay(text: string): Day {
  const found = dayOrNull(text);
  if (!found) throw new RangeError('A transaction came without a calendar day.');
  return found;
}

function historyOf(status: string | undefined): History {
  if (status === 'NOT_READY') return 'not-ready';
  if (status === 'INITIAL_UPDATE_COMPLETE') return 'initial';
  return status === 'HISTORICAL_UPDATE_COMPLETE' ? 'complete' : 'unknown';
}
