/** The small model's Items in Plaid's words: the parts of its answers that the engine reads. */
import { type Account, type Currency, type Row, type UpstreamItem, USD } from './upstream-item';

export function rowOf(row: Row): object {
  return {
    transaction_id: row.id,
    account_id: row.account,
    amount: Number(row.amount),
    ...codesOf(row.currency),
    date: row.date,
    authorized_date: row.authorized,
    pending: row.isPending,
    pending_transaction_id: row.pendingId,
    name: row.name,
    merchant_name: row.merchant,
    payment_channel: 'in store',
    personal_finance_category: { primary: 'GENERAL_MERCHANDISE', detailed: 'GENERAL_MERCHANDISE_OTHER' },
  };
}

export function accountOf(account: Account): object {
  return {
    account_id: account.id,
    persistent_account_id: null,
    name: account.name,
    official_name: null,
    mask: account.mask,
    type: account.type,
    subtype: null,
    balances: {
      current: Number(account.current),
      available: null,
      limit: null,
      ...codesOf(account.currency),
    },
  };
}

export function itemOf({ id, bank, error, products }: UpstreamItem): object {
  return {
    item_id: id,
    institution_id: bank,
    institution_name: bank,
    products,
    billed_products: products,
    available_products: [],
    consent_expiration_time: null,
    update_type: 'background',
    webhook: null,
    error: error && {
      error_type: error.type,
      error_code: error.code,
      error_message: '',
      display_message: null,
    },
  };
}

export function debtsOf({ accounts, minimumPayment }: UpstreamItem): object[] {
  const cards = accounts.filter(({ type, isServed }) => type === 'credit' && isServed);
  return cards.map(({ id }) => ({
    account_id: id,
    aprs: [],
    is_overdue: false,
    minimum_payment_amount: Number(minimumPayment),
    next_payment_due_date: null,
    last_payment_amount: null,
    last_payment_date: null,
    last_statement_balance: null,
    last_statement_issue_date: null,
  }));
}

export const SECURITY = {
  security_id: 'security-1',
  name: 'Whole World',
  ticker_symbol: 'WRLD',
  type: 'etf',
  close_price: 10,
};

export function holdingOf({ account, quantity, price, value }: UpstreamItem['holdings'][number]): object {
  return {
    account_id: account,
    security_id: SECURITY.security_id,
    quantity,
    institution_price: Number(price),
    institution_value: Number(value),
    institution_price_as_of: null,
    cost_basis: null,
    ...codesOf(USD),
  };
}

export function movementsOf(item: UpstreamItem, accounts: object[], options: unknown): object {
  const given = typeof options === 'object' && options !== null && 'offset' in options ? options.offset : 0;
  const offset = typeof given === 'number' ? given : 0;
  // Fewer than were asked for, which Plaid is free to give.
  const movements = item.movements.filter(({ account }) => item.serves(account));
  const page = movements.slice(offset, offset + 3);
  return {
    accounts,
    item: itemOf(item),
    securities: [SECURITY],
    total_investment_transactions: movements.length,
    investment_transactions: page.map((of) => ({
      investment_transaction_id: of.id,
      account_id: of.account,
      security_id: SECURITY.security_id,
      date: of.date,
      name: 'Buy',
      quantity: of.quantity,
      amount: Number(of.amount),
      price: 10,
      fees: null,
      type: 'buy',
      subtype: 'buy',
      ...codesOf(USD),
    })),
  };
}

export function institution(id: string): object {
  return { institution_id: id, name: id, url: null, primary_color: null, logo: null, oauth: false };
}

function codesOf({ code, iso }: Currency): object {
  return { iso_currency_code: iso ? code : null, unofficial_currency_code: iso ? null : code };
}
