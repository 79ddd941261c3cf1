/** An emulator with one Item of the product Statements, and its papers. */
import { Products, type StatementsAccount } from 'plaid';
import { bank, HOOK } from './asset-bank';
import { pagesOf } from './pdf-text';

export const SPRING = { start_date: '2026-03-01', end_date: '2026-06-15' };

export async function linked(
  options: {
    bank?: Parameters<typeof bank>[0];
    statements?: object;
    username?: string;
    password?: string;
    institution?: string;
  } = {},
) {
  const there = bank(options.bank);
  const created = await there.plaid.sandboxPublicTokenCreate({
    institution_id: options.institution ?? 'ins_109508',
    initial_products: [Products.Statements, Products.Transactions, Products.Liabilities],
    options: {
      webhook: HOOK,
      override_username: options.username ?? 'demo_household',
      override_password: options.password ?? 'pass_good',
      transactions: { days_requested: 730 },
      statements: { ...SPRING, ...options.statements },
    },
  });
  const exchanged = await there.plaid.itemPublicTokenExchange({ public_token: created.data.public_token });
  return { ...there, access_token: exchanged.data.access_token, itemId: exchanged.data.item_id };
}

type Bank = Awaited<ReturnType<typeof linked>>;

export async function listed({ plaid, access_token }: Bank): Promise<StatementsAccount[]> {
  return (await plaid.statementsList({ access_token })).data.accounts;
}

export async function downloaded({ plaid, access_token }: Bank, statement_id: string) {
  const { data, headers } = await plaid.statementsDownload(
    { access_token, statement_id },
    { responseType: 'arraybuffer' },
  );
  const bytes = new Uint8Array(data);
  const said = (await pagesOf(bytes)).join('\n');
  return { bytes, headers, said };
}

/** The figure that stands behind a label, in cents. */
export function cents(said: string, label: string): number {
  const figure = new RegExp(`${label}\\s*(-?[\\d,]+\\.\\d\\d) USD`).exec(said)?.[1];
  if (figure === undefined) throw new Error(`${label} is not in the statement`);
  return Math.round(Number(figure.replaceAll(',', '')) * 100);
}
