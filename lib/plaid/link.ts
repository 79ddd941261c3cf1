import 'server-only';
import { CountryCode, type LinkTokenCreateRequest, Products } from 'plaid';
import { env } from '@/lib/env';
import { callPlaid } from './client';

const CLIENT_NAME = 'Evenkeel';
/** All that banks give: it cannot be raised later (LT-11). */
const DAYS_REQUESTED = 730;

export type LinkToken = { linkToken: string; expiration: string };

/** A token for a first link: transactions must be there, debts and holdings where the bank has them (LT-7). */
export function createLinkToken(userId: string): Promise<LinkToken> {
  return requestToken({
    ...common(userId),
    products: [Products.Transactions],
    optional_products: [Products.Liabilities, Products.Investments],
    // Consent alone: it is asked for, and billed, when the names of the owners are read once (LT-7, IDN-3).
    additional_consented_products: [Products.Identity],
    transactions: { days_requested: DAYS_REQUESTED },
    ...webhook(),
  });
}

/** What a person may be asked to allow as well, in our words. */
export type Consent = 'transactions' | 'liabilities' | 'investments';

const CONSENT: Readonly<Record<Consent, Products>> = {
  transactions: Products.Transactions,
  liabilities: Products.Liabilities,
  investments: Products.Investments,
};

/**
 * A token for repairing an existing Item, or for choosing its accounts anew; it initialises no products (UPD-2).
 * `consent` is asked for beside (`ADDITIONAL_CONSENT_REQUIRED`).
 */
export function createUpdateToken(
  userId: string,
  of: { accessToken: string; accountSelection: boolean; consent: readonly Consent[] },
): Promise<LinkToken> {
  const consented = of.consent.map((product) => CONSENT[product]);
  return requestToken({
    ...common(userId),
    access_token: of.accessToken,
    ...(of.accountSelection ? { update: { account_selection_enabled: true } } : {}),
    ...(consented.length > 0 ? { additional_consented_products: consented } : {}),
  });
}

export type Exchanged = { accessToken: string; plaidItemId: string; requestId: string };

/** Once per public token, within 30 minutes; after that `INVALID_PUBLIC_TOKEN` (TOK-3). */
export async function exchangePublicToken(publicToken: string): Promise<Exchanged> {
  const data = await callPlaid((api) => api.itemPublicTokenExchange({ public_token: publicToken }));
  return { accessToken: data.access_token, plaidItemId: data.item_id, requestId: data.request_id };
}

async function requestToken(request: LinkTokenCreateRequest): Promise<LinkToken> {
  const data = await callPlaid((api) => api.linkTokenCreate(request));
  return { linkToken: data.link_token, expiration: data.expiration };
}

function common(userId: string) {
  return {
    client_name: CLIENT_NAME,
    language: 'en',
    country_codes: [CountryCode.Us, CountryCode.Ca],
    user: { client_user_id: userId },
    ...redirect(),
  };
}

/** Only addresses that Plaid takes: HTTPS, or plain HTTP on one's own machine outside production (LT-12). */
function redirect(): { redirect_uri?: string } {
  const { APP_URL, PLAID_ENV } = env();
  const { protocol } = new URL(APP_URL);
  const isAllowed = protocol === 'https:' || (PLAID_ENV !== 'production' && isLocal(APP_URL));
  return isAllowed ? { redirect_uri: `${APP_URL}/oauth` } : {};
}

/** Where webhooks are to go; null where Plaid's servers cannot reach this machine, as the emulator can. */
export function webhookUrl(): string | null {
  const { APP_URL, PLAID_ENV } = env();
  const canReach = PLAID_ENV === 'emulator' || !isLocal(APP_URL);
  return canReach ? `${APP_URL}/api/plaid/webhook` : null;
}

function webhook(): { webhook?: string } {
  const url = webhookUrl();
  return url ? { webhook: url } : {};
}

function isLocal(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
