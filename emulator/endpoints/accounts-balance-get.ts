import type { AccountsGetResponse } from 'plaid';
import { z } from 'zod';
import { accountOnTheWire, servedAccounts } from '../accounts/accounts';
import { timestamp } from '../clock';
import { plaidError } from '../errors/errors';
import { itemOnTheWire } from '../items/item-on-the-wire';
import { findHealthyItem } from '../items/items';
import { accessToken, accountIds, type Body, endpoint } from '../request';

const CAPITAL_ONE = 'ins_128026';

const schema = z.strictObject({
  access_token: accessToken,
  options: z
    .strictObject({
      account_ids: accountIds,
      min_last_updated_datetime: z.iso.datetime({ offset: true }).nullish(),
    })
    .nullish(),
});

/** `/accounts/balance/get`: the same shape, asked of the bank; one bank gives only what it stored (BAL-5). */
export const accountsBalanceGet = endpoint(
  schema,
  async (world, { access_token, options }): Promise<Body<AccountsGetResponse>> => {
    const item = await findHealthyItem(world, access_token);
    const accounts = servedAccounts(world, item, options?.account_ids).map((account) =>
      accountOnTheWire(world, item, account),
    );
    if (item.institutionId !== CAPITAL_ONE) return { accounts, item: itemOnTheWire(item) };
    const updatedAt = world.now - 3_600_000;
    refuseTooFresh(
      options?.min_last_updated_datetime,
      updatedAt,
      accounts.some(({ type }) => type !== 'depository'),
    );
    const stored = accounts.map((account) => ({
      ...account,
      balances: { ...account.balances, last_updated_datetime: timestamp(updatedAt) },
    }));
    return { accounts: stored, item: itemOnTheWire(item) };
  },
);

function refuseTooFresh(minimum: string | null | undefined, updatedAt: number, isNeeded: boolean): void {
  if (!minimum) {
    if (!isNeeded) return;
    throw plaidError('INVALID_FIELD', 'min_last_updated_datetime is required for this institution');
  }
  if (Date.parse(minimum) <= updatedAt) return;
  throw plaidError(
    'LAST_UPDATED_DATETIME_OUT_OF_RANGE',
    `requested datetime out of range, most recently updated balance ${timestamp(updatedAt)}`,
  );
}
