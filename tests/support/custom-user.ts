/** A custom user as Plaid's Sandbox takes one (SBX-6), made for a test. */
export type Row = { transacted: string; posted?: string; amount: number; description: string };

/** A custom user's file with one checking account. */
export function aCustomUser(rows: readonly Row[], startingBalance = 1000): string {
  const transactions = rows.map(({ transacted, posted, amount, description }) => ({
    date_transacted: transacted,
    date_posted: posted ?? transacted,
    amount,
    description,
    currency: 'USD',
  }));
  const account = {
    type: 'depository',
    subtype: 'checking',
    starting_balance: startingBalance,
    transactions,
  };
  return JSON.stringify({ override_accounts: [account] });
}

export type BankRow = { on: string; amount: number; name: string };

/** A custom user's file: accounts by name, each with a mask of its own. */
export function aBankFile(named: Record<string, { mask: string; rows: readonly BankRow[] }>): string {
  const override_accounts = Object.entries(named).map(([name, { mask, rows }]) => ({
    type: 'depository',
    subtype: 'checking',
    starting_balance: 1000,
    meta: { name, mask },
    transactions: rows.map((row) => ({
      date_transacted: row.on,
      date_posted: row.on,
      amount: row.amount,
      description: row.name,
      currency: 'USD',
    })),
  }));
  return JSON.stringify({ override_accounts });
}
