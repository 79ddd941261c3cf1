import type { CreditCardLiability, LiabilitiesGetResponse, MortgageLiability, StudentLoan } from 'plaid';
import { accountOnTheWire, servedAccounts } from '../accounts/accounts';
import { plaidError } from '../errors/errors';
import { accountIdOf } from '../ids';
import { itemOnTheWire } from '../items/item-on-the-wire';
import { addProduct } from '../items/item-products';
import { findHealthyItem } from '../items/items';
import { type Body, endpoint, itemAndAccounts } from '../request';
import { LIABILITIES } from '../vocabulary';

/** `/liabilities/get`: per kind a list, or null where there is none (LIA-1). */
export const liabilitiesGet = endpoint(
  itemAndAccounts,
  async (world, { access_token, options }): Promise<Body<LiabilitiesGetResponse>> => {
    const found = await findHealthyItem(world, access_token);
    const debts = servedAccounts(world, found, options?.account_ids).flatMap((account) => {
      const liability = account.liabilityOn(world.today);
      return liability ? [{ account, liability }] : [];
    });
    if (debts.length === 0) throw plaidError('NO_LIABILITY_ACCOUNTS');
    const item = await addProduct(world, found, LIABILITIES);
    const credit: CreditCardLiability[] = [];
    const mortgage: MortgageLiability[] = [];
    const student: StudentLoan[] = [];
    for (const { account, liability } of debts) {
      const account_id = accountIdOf(item.itemId, account.key);
      if (liability.kind === 'credit') credit.push({ account_id, ...liability.facts });
      else if (liability.kind === 'mortgage') mortgage.push({ account_id, ...liability.facts });
      else student.push({ account_id, ...liability.facts });
    }
    return {
      accounts: debts.map(({ account }) => accountOnTheWire(world, item, account)),
      item: itemOnTheWire(item),
      liabilities: { credit: orNull(credit), mortgage: orNull(mortgage), student: orNull(student) },
    };
  },
);

function orNull<T>(list: T[]): T[] | null {
  return list.length > 0 ? list : null;
}
