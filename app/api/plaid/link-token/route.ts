import { requireViewer } from '@/lib/auth';
import { linkTokenInput } from '@/lib/connections/schema';
import { itemId } from '@/lib/core/id';
import { readJson, route } from '@/lib/http';
import { createLinkToken } from '@/lib/plaid/link';
import { plaidAnswer } from '@/lib/sync/plaid-answer';
import { startRepair } from '@/lib/sync/repair-item';

/** A token for Link: for a new bank, or with `itemId` for one of the person's own (TOK-2, UPD-11). */
export const POST = route(async (request) => {
  const userId = await requireViewer();
  const input = await readJson(request, linkTokenInput);
  const token = await plaidAnswer(() =>
    input.itemId === undefined
      ? createLinkToken(userId)
      : startRepair(userId, itemId(input.itemId), { accountSelection: input.accountSelection ?? false }),
  );
  return Response.json(token);
});
