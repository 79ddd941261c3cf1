import { type PlaidApi, Products } from 'plaid';

export type LinkedItem = { readonly accessToken: string; readonly itemId: string };

/** An Item of the emulator, linked without a dialog and exchanged. */
export async function linkedItem(
  plaid: PlaidApi,
  options: {
    readonly username?: string;
    readonly password?: string;
    readonly institutionId?: string;
    readonly products?: readonly Products[];
    readonly webhook?: string;
    readonly days?: number;
  } = {},
): Promise<LinkedItem> {
  const { username, password, webhook, days } = options;
  const { data: created } = await plaid.sandboxPublicTokenCreate({
    institution_id: options.institutionId ?? 'ins_109508',
    initial_products: [...(options.products ?? [Products.Transactions])],
    options: {
      ...(username !== undefined && { override_username: username }),
      ...(password !== undefined && { override_password: password }),
      ...(webhook !== undefined && { webhook }),
      ...(days !== undefined && { transactions: { days_requested: days } }),
    },
  });
  const { data } = await plaid.itemPublicTokenExchange({ public_token: created.public_token });
  return { accessToken: data.access_token, itemId: data.item_id };
}
