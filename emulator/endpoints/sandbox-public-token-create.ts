import type { SandboxPublicTokenCreateResponse } from 'plaid';
import { z } from 'zod';
import { daysBetween } from '@/lib/core/day';
import { incomeVerification } from '../income/terms';
import { createDirectItem, openDirectly } from '../items/direct-log-in';
import { createPublicToken } from '../items/item-tokens';
import { type Body, calendarDay, endpoint, products, webhookUrl } from '../request';
import { rangeOf, statementRange } from '../statements/range';
import { errandOf, runErrand } from '../users/errand';
import { nextUuid, type World } from '../world';

const schema = z.strictObject({
  institution_id: z.string(),
  initial_products: products,
  options: z
    .strictObject({
      webhook: webhookUrl.nullish(),
      override_username: z.string().nullish(),
      override_password: z.string().nullish(),
      transactions: z
        .strictObject({
          start_date: calendarDay.nullish(),
          end_date: calendarDay.nullish(),
          days_requested: z.int().min(1).max(730).nullish(),
        })
        .nullish(),
      statements: statementRange.nullish(),
      income_verification: incomeVerification.nullish(),
    })
    .nullish(),
  user_token: z.string().nullish(),
  user_id: z.string().nullish(),
});

type Options = NonNullable<z.output<typeof schema>['options']>;

/** `/sandbox/public_token/create`: an Item without a dialog, with every account of the log-in (SBX-8). */
export const sandboxPublicTokenCreate = endpoint(
  schema,
  async (
    world,
    { institution_id, initial_products, options, user_id, user_token },
  ): Promise<Body<SandboxPublicTokenCreateResponse>> => {
    const opened = openDirectly(world, {
      institutionId: institution_id,
      username: options?.override_username,
      password: options?.override_password,
      products: initial_products,
    });
    const errand = await errandOf(world, {
      user_id,
      user_token,
      products: initial_products,
      webhook: options?.webhook,
      income_verification: options?.income_verification,
    });
    const item = await createDirectItem(world, opened, {
      daysRequested: daysRequested(world, options?.transactions),
      webhook: options?.webhook ?? null,
      statements: options?.statements ? rangeOf(options.statements) : undefined,
    });
    const publicToken = await createPublicToken(world, item.itemId, { update: false });
    if (errand) {
      const linkSessionId = await nextUuid(world, 'link-session');
      const { webhook } = item;
      await runErrand(world, errand, item, { linkSessionId, publicToken, webhook, isUpdate: false });
    }
    return { public_token: publicToken };
  },
);

function daysRequested(world: World, asked: Options['transactions']): number | null {
  if (asked?.days_requested) return asked.days_requested;
  return asked?.start_date ? Math.max(1, daysBetween(asked.start_date, world.today)) : null;
}
