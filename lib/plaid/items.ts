import 'server-only';
import type { ItemGetResponse } from 'plaid';
import { callPlaid } from './client';

/** What Plaid says of one connection, apart from its data. */
export type ItemFacts = {
  plaidItemId: string;
  plaidInstitutionId: string | null;
  institutionName: string | null;
  /** Products that were initialised, or can be without asking the person again. */
  products: string[];
  availableProducts: string[];
  /** What the person agreed to, whether it was asked for already or not (LT-22). */
  consentedProducts: string[];
  /** Where webhooks of this Item go; null for nowhere. */
  webhookUrl: string | null;
  consentExpiresAt: Date | null;
  needsPresence: boolean;
  error: { type: string; code: string } | null;
};

/** `reached`: Plaid's own last successful look at the bank, by what it looked for (ITM-3). */
export type ItemStatus = ItemFacts & {
  bankReachedAt: Date | null;
  reached: { transactions: Date | null; investments: Date | null };
  requestId: string;
};

type PlaidItem = {
  item_id: string;
  institution_id?: string | null;
  institution_name?: string | null;
  products?: string[];
  billed_products: string[];
  available_products: string[];
  consented_products?: string[];
  webhook?: string | null;
  consent_expiration_time: string | null;
  update_type: string;
  error: { error_type: string; error_code: string } | null;
};

/** `/item/get`: the only call that says what is wrong with an Item without failing itself (ITM-2). */
export async function pullItem(accessToken: string): Promise<ItemStatus> {
  const data = await callPlaid<ItemGetResponse>((api) => api.itemGet({ access_token: accessToken }));
  const { transactions, investments } = data.status ?? {};
  const reached = {
    transactions: instantOrNull(transactions?.last_successful_update),
    investments: instantOrNull(investments?.last_successful_update),
  };
  const bankReachedAt = latest(Object.values(reached));
  return { ...mapItem(data.item), bankReachedAt, reached, requestId: data.request_id };
}

export function mapItem(item: PlaidItem): ItemFacts {
  return {
    plaidItemId: item.item_id,
    plaidInstitutionId: item.institution_id ?? null,
    institutionName: item.institution_name ?? null,
    products: [...new Set([...(item.products ?? []), ...item.billed_products])],
    availableProducts: [...item.available_products],
    consentedProducts: [...(item.consented_products ?? [])],
    webhookUrl: item.webhook ?? null,
    consentExpiresAt: instantOrNull(item.consent_expiration_time),
    needsPresence: item.update_type === 'user_present_required',
    error: item.error ? { type: item.error.error_type, code: item.error.error_code } : null,
  };
}

/** Ends the Item at Plaid; its access token dies at once (ITM-4). */
export async function removeAtPlaid(accessToken: string): Promise<{ requestId: string }> {
  const data = await callPlaid((api) => api.itemRemove({ access_token: accessToken }));
  return { requestId: data.request_id };
}

/** From now on the Item's webhooks go to this address; it hears of it there (ITM-7). */
export async function moveWebhook(accessToken: string, url: string): Promise<void> {
  await callPlaid((api) => api.itemWebhookUpdate({ access_token: accessToken, webhook: url }));
}

/** A new access token for the Item; the old one is dead when this returns, and perhaps when it fails (TOK-5). */
export async function invalidateToken(accessToken: string): Promise<string> {
  const data = await callPlaid((api) => api.itemAccessTokenInvalidate({ access_token: accessToken }));
  return data.new_access_token;
}

function instantOrNull(text: string | null | undefined): Date | null {
  const at = text ? new Date(text) : null;
  return at && !Number.isNaN(at.getTime()) ? at : null;
}

function latest(instants: (Date | null)[]): Date | null {
  return instants.reduce((best, at) => (at && (!best || at > best) ? at : best), null);
}
