/** What a Link session does for the user it was opened for: reports and income, beside its Items (CRA-6, INC-1). */
import type { CreditSessionBankIncomeStatus } from 'plaid';
import { timestamp } from '../clock';
import { startReport } from '../consumer-report/check-report';
import { isCheckProduct, reportTerms } from '../consumer-report/terms';
import type { ItemDocument, UserDocument, UserErrand } from '../documents';
import { missingFields, plaidError } from '../errors/errors';
import { recordBankIncome } from '../income/bank-income-life';
import type { LinkTokenRequest } from '../link/link-token-request';
import { INCOME_VERIFICATION } from '../vocabulary';
import type { World } from '../world';
import { requireReportIdentity } from './identity';
import { associateItems, findUser, updateUser, type UserReference } from './users';

const DEFAULT_DAYS = 365;

type Asked = Pick<
  LinkTokenRequest,
  'products' | 'webhook' | 'cra_options' | 'consumer_report_permissible_purpose' | 'income_verification'
> &
  UserReference;

/** Undefined where the session is nobody's in particular; throws what a link token may not ask for. */
export async function errandOf(world: World, asked: Asked): Promise<UserErrand | undefined> {
  const products = asked.products ?? [];
  const checkProducts = products.filter(isCheckProduct);
  const wantsIncome = products.includes(INCOME_VERIFICATION);
  if (asked.user_id == null && asked.user_token == null) {
    if (checkProducts.length > 0 || wantsIncome) throw missingFields(['user_id']);
    return undefined;
  }
  const user = await findUser(world, asked);
  const bankIncomeDays = wantsIncome ? incomeDays(asked.income_verification) : null;
  if (checkProducts.length === 0) return { userId: user.userId, check: null, bankIncomeDays };
  refuseIncomeAndAssets(products);
  requireReportIdentity(user);
  const options = asked.cra_options ?? { days_requested: DEFAULT_DAYS };
  const terms = reportTerms(options, checkProducts, asked.webhook ?? null);
  const starts = asked.consumer_report_permissible_purpose != null;
  return { userId: user.userId, check: { ...terms, starts }, bankIncomeDays };
}

type FinishedSession = {
  readonly linkSessionId: string;
  readonly publicToken: string;
  readonly webhook: string | null;
  /** Whether the Item was there before and this was its update mode. */
  readonly isUpdate: boolean;
};

/** What the session found out about an Item; null where it did not look. */
export type ErrandResult = { readonly bankIncome: CreditSessionBankIncomeStatus | null };

/** To be called when an Item has been made or repaired in the session; for one of several, after each. */
export async function runErrand(
  world: World,
  { userId, check, bankIncomeDays }: UserErrand,
  item: ItemDocument,
  session: FinishedSession,
): Promise<ErrandResult> {
  await associateItems(world, userId, [item.itemId]);
  const bankIncome =
    bankIncomeDays === null ? null : await recordBankIncome(world, userId, item, bankIncomeDays, session);
  const user = await recordSession(world, userId, item, session, bankIncome);
  if (check?.starts) {
    const itemIds = [...itemsOfSession(user, session.linkSessionId), item.itemId];
    await startReport(world, user, check, [...new Set(itemIds)]);
  }
  return { bankIncome };
}

async function recordSession(
  world: World,
  userId: string,
  { itemId, institutionId }: ItemDocument,
  { linkSessionId, publicToken, isUpdate }: FinishedSession,
  income: CreditSessionBankIncomeStatus | null,
): Promise<UserDocument> {
  const place = { item_id: itemId, institution_id: institutionId };
  return updateUser(world, userId, (user) => {
    const before = user.sessions.find(({ link_session_id }) => link_session_id === linkSessionId);
    const session = {
      link_session_id: linkSessionId,
      session_start_time: before?.session_start_time ?? timestamp(world.now),
      results: {
        item_add_results: [
          ...(before?.results?.item_add_results ?? []),
          ...(isUpdate ? [] : [{ public_token: publicToken, ...place }]),
        ],
        bank_income_results: [
          ...(before?.results?.bank_income_results ?? []),
          ...(income === null ? [] : [{ status: income, ...place }]),
        ],
      },
      errors: [],
    };
    return { ...user, sessions: [session, ...user.sessions.filter((other) => other !== before)] };
  });
}

function itemsOfSession({ sessions }: UserDocument, linkSessionId: string): string[] {
  const session = sessions.find(({ link_session_id }) => link_session_id === linkSessionId);
  return (session?.results?.item_add_results ?? []).flatMap(({ item_id }) => item_id ?? []);
}

/** Bank Income alone is emulated; without its options nothing says how far back to look. */
function incomeDays(asked: Asked['income_verification']): number | null {
  if (!asked) throw missingFields(['income_verification']);
  if (!asked.income_source_types?.includes('bank')) return null;
  const days = asked.bank_income?.days_requested;
  if (days == null) throw missingFields(['income_verification.bank_income.days_requested']);
  return days;
}

function refuseIncomeAndAssets(products: readonly string[]): void {
  const clashing = products.find((product) => product === 'income_verification' || product === 'assets');
  if (clashing === undefined) return;
  throw plaidError('INVALID_FIELD', `${clashing} cannot be used with Plaid Check products in one session`);
}
