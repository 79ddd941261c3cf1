/** An emulator with one Item of the product Assets, and reports ordered from it. */
import { type AssetReportCreateRequest, type AssetReportGetResponse, Products } from 'plaid';
import { day } from '@/lib/core/day';
import { anEmulator, plaidClientFor } from './emulator-client';
import { linkedItem } from './linked-item';

export const HOOK = 'https://app.test/assets';
export const NOW = Date.parse('2026-06-15T15:00:00Z');
export const TODAY = day('2026-06-15');

/** Reports take a minute, everything else no time. */
export const SLOW = { delays: { initial: 0, historical: 0, report: 60_000, webhookRetries: [] } };

export function bank(options: Parameters<typeof anEmulator>[0] = {}) {
  const hooks: Record<string, unknown>[] = [];
  const emulator = anEmulator({
    realTime: () => NOW,
    deliver: async (request) => {
      hooks.push(JSON.parse(await request.text()));
      return new Response();
    },
    ...options,
  });
  return { emulator, plaid: plaidClientFor(emulator), hooks };
}

export async function linked(
  options: Parameters<typeof bank>[0] = {},
  item: Parameters<typeof linkedItem>[1] = {},
) {
  const there = bank(options);
  const products = [Products.Assets, Products.Transactions];
  return { ...there, ...(await linkedItem(there.plaid, { products, ...item })) };
}

export type Bank = Awaited<ReturnType<typeof linked>>;

export async function ordered(there: Bank, order: Partial<AssetReportCreateRequest> = {}): Promise<string> {
  const request = { access_tokens: [there.accessToken], days_requested: 60, ...order };
  return (await there.plaid.assetReportCreate(request)).data.asset_report_token;
}

export async function read(
  there: Bank,
  asset_report_token: string,
  more: object = {},
): Promise<AssetReportGetResponse> {
  return (await there.plaid.assetReportGet({ asset_report_token, ...more })).data;
}
