import type { StatementsAccount, StatementsListResponse } from 'plaid';
import { z } from 'zod';
import type { ItemDocument } from '../documents';
import { accountIdOf } from '../ids';
import { findInstitution } from '../institutions/institutions';
import { accessToken, type Body, endpoint } from '../request';
import { type AccountStatements, findStatementItem, statementsOf } from '../statements/statements';

const schema = z.strictObject({ access_token: accessToken });

/** `/statements/list`: what can be downloaded, by account (STM-1). */
export const statementsList = endpoint(
  schema,
  async (world, { access_token }): Promise<Body<StatementsListResponse>> => {
    const item = await findStatementItem(world, access_token);
    return {
      accounts: statementsOf(world, item).map((listed) => onTheWire(item, listed)),
      institution_id: item.institutionId,
      institution_name: findInstitution(item.institutionId)?.name ?? item.institutionId,
      item_id: item.itemId,
    };
  },
);

function onTheWire(item: ItemDocument, { account, statements }: AccountStatements): StatementsAccount {
  return {
    account_id: accountIdOf(item.itemId, account.key),
    account_mask: account.mask ?? '',
    account_name: account.name,
    account_official_name: account.officialName ?? account.name,
    account_subtype: account.subtype ?? '',
    account_type: account.type,
    statements: statements.map(({ statementId, last, postedOn }) => ({
      statement_id: statementId,
      date_posted: postedOn,
      month: Number(last.slice(5, 7)),
      year: Number(last.slice(0, 4)),
    })),
  };
}
