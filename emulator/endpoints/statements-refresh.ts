import type { StatementsRefreshResponse } from 'plaid';
import { z } from 'zod';
import { accessToken, type Body, endpoint } from '../request';
import { inOrder, RANGE_RULE, rangeOf, statementRangeFields } from '../statements/range';
import { planRefresh } from '../statements/refresh';
import { findStatementItem } from '../statements/statements';

const schema = z
  .strictObject({ access_token: accessToken, ...statementRangeFields })
  .refine(inOrder, RANGE_RULE);

/** `/statements/refresh`: fetches the statements of other days; a webhook tells when they are there (STM-1). */
export const statementsRefresh = endpoint(
  schema,
  async (world, { access_token, ...asked }): Promise<Body<StatementsRefreshResponse>> => {
    await planRefresh(world, await findStatementItem(world, access_token), rangeOf(asked));
    return {};
  },
);
