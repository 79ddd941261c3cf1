/** Columns of a transaction that sync writes, with their types; all others are the person's, or worked out. */
export const TRANSACTION_COLUMNS = {
  account_id: 'uuid',
  plaid_transaction_id: 'text',
  pending_plaid_transaction_id: 'text',
  amount: 'bigint',
  currency: 'text',
  posted_day: 'date',
  authorized_day: 'date',
  is_pending: 'boolean',
  bank_name: 'text',
  original_description: 'text',
  merchant_name: 'text',
  counterparty_name: 'text',
  merchant_entity_id: 'text',
  logo_url: 'text',
  website: 'text',
  payment_channel: 'text',
  plaid_category_primary: 'text',
  plaid_category_detailed: 'text',
  plaid_category_confidence: 'text',
  plaid_category_version: 'text',
  bank_category_id: 'text',
  details: 'jsonb',
  is_kept: 'boolean',
  removed_at: 'timestamptz',
};

/** Those among them that say what the bank says, wherever the row belongs. */
export const BANK_COLUMNS: readonly string[] = Object.keys(TRANSACTION_COLUMNS).filter(
  (column) => !['account_id', 'is_kept', 'removed_at'].includes(column),
);
