import type { ItemImportResponse } from 'plaid';
import { z } from 'zod';
import { createDirectItem, openDirectly } from '../items/direct-log-in';
import { createAccessToken } from '../items/item-tokens';
import { type Body, endpoint, products, webhookUrl } from '../request';
import { ASSETS, AUTH, IDENTITY, TRANSACTIONS } from '../vocabulary';

const schema = z.strictObject({
  institution_id: z.string().nullish(),
  products: products.nullish(),
  user_auth: z.strictObject({ user_id: z.string().min(1), auth_token: z.string().nullish() }),
  options: z.strictObject({ webhook: webhookUrl.nullish() }).nullish(),
});

/** `/item/import`: an Item of the bank's own customer, named by id and token as if they were a log-in. */
export const itemImport = endpoint(schema, async (world, request): Promise<Body<ItemImportResponse>> => {
  const opened = openDirectly(world, {
    institutionId: request.institution_id ?? OWN_BANK,
    username: request.user_auth.user_id,
    password: request.user_auth.auth_token,
    products: request.products ?? USUAL_PRODUCTS,
  });
  const item = await createDirectItem(world, opened, {
    daysRequested: null,
    webhook: request.options?.webhook ?? null,
  });
  return { access_token: await createAccessToken(world, item.itemId) };
});

/** Keys of a bank belong to that bank; those of the emulator belong to this one. */
const OWN_BANK = 'ins_109508';
const USUAL_PRODUCTS = [ASSETS, AUTH, IDENTITY, TRANSACTIONS];
