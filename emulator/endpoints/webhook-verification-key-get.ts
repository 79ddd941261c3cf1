import type { WebhookVerificationKeyGetResponse } from 'plaid';
import { z } from 'zod';
import { type Body, endpoint } from '../request';
import { findPublicKey } from '../webhooks/webhook-keys';

const schema = z.strictObject({ key_id: z.string() });

/** `/webhook_verification_key/get`: the public half of a signing key (VER-3). */
export const webhookVerificationKeyGet = endpoint(
  schema,
  async (world, { key_id }): Promise<Body<WebhookVerificationKeyGetResponse>> => ({
    key: await findPublicKey(world, key_id),
  }),
);
