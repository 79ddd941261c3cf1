/**
 * Regular income, or regular payments on a debt, beside the rows of the file (SBX-7, `inflow_model`). Interest
 * on a debt accrues without a row; the interest-only payment takes just that away again.
 */
import { addMonthsTo, type Day } from '@/lib/core/day';
import { dateInMonth } from '../generate/calendar';
import { ledger } from '../generate/ledger';
import type { Movement } from '../login';
import { customRow } from './custom-rows';
import type { CustomAccount, CustomInflow } from './schema';

export type Inflow = { readonly movements: readonly Movement[]; readonly accruals: ReadonlyMap<Day, number> };

type InflowSetting = {
  readonly account: CustomAccount;
  readonly linkedOn: Day;
  readonly currency: string;
  readonly digits: number;
  /** What the file's own rows say, and the balance on the day of the link, in minor units. */
  readonly rows: readonly Movement[];
  readonly balance: number;
};

const MONTHS_BEFORE = 24;
const MONTHS_AFTER = 12;

export function inflowOf(setting: InflowSetting): Inflow {
  const model = setting.account.inflow_model;
  const type = model?.type ?? 'none';
  if (!model || type === 'none') return { movements: [], accruals: new Map() };
  if (type === 'monthly-income') return income(setting, model);
  return type === 'monthly-balance-payment' ? payBalance(setting, model) : payInterest(setting, model);
}

function income(setting: InflowSetting, model: CustomInflow): Inflow {
  const amount = -Math.round((model.income_amount ?? 0) * 10 ** setting.digits);
  const movements = months(setting.linkedOn).map((month) =>
    paymentRow(setting, model, dateInMonth(month, model.payment_day_of_month ?? 1), amount),
  );
  return { movements, accruals: new Map() };
}

function payInterest(setting: InflowSetting, model: CustomInflow): Inflow {
  const accruals = new Map<Day, number>();
  const movements = months(setting.linkedOn).flatMap((month) => {
    const { issued, paid } = statementDays(model, month);
    const interest = Math.round((balanceAt(setting, issued) * aprOf(setting.account)) / 1200);
    if (interest <= 0) return [];
    accruals.set(paid, interest);
    return [paymentRow(setting, model, paid, -interest)];
  });
  return { movements, accruals };
}

/** Each statement pays what was booked since the one before; the first after the link pays all that is owed. */
function payBalance(setting: InflowSetting, model: CustomInflow): Inflow {
  const { linkedOn } = setting;
  const rows = ledger(setting.rows, setting.digits, setting.currency);
  const movements: Movement[] = [];
  let before: Day | null = null;
  let paidSinceLink = 0;
  for (const month of months(linkedOn)) {
    const { issued, paid } = statementDays(model, month);
    const isFirst = issued > linkedOn && (before === null || before <= linkedOn);
    const since = rows.postedOn(issued) - (before === null ? 0 : rows.postedOn(before));
    const due: number = isFirst ? balanceAt(setting, issued) - paidSinceLink : since;
    before = issued;
    if (due <= 0) continue;
    if (paid > linkedOn) paidSinceLink += due;
    movements.push(paymentRow(setting, model, paid, -due));
  }
  return { movements, accruals: new Map() };
}

function balanceAt({ rows, digits, currency, balance, linkedOn }: InflowSetting, day: Day): number {
  const { postedOn } = ledger(rows, digits, currency);
  return balance + postedOn(day) - postedOn(linkedOn);
}

function aprOf({ liability }: CustomAccount): number {
  return liability?.purchase_apr ?? liability?.nominal_apr ?? 12.5;
}

function statementDays(model: CustomInflow, month: Day): { issued: Day; paid: Day } {
  const issued = dateInMonth(month, model.statement_day_of_month ?? 1);
  const sameMonth = dateInMonth(month, model.payment_day_of_month ?? 15);
  const next = dateInMonth(addMonthsTo(dateInMonth(month, 1), 1), model.payment_day_of_month ?? 15);
  return { issued, paid: sameMonth > issued ? sameMonth : next };
}

function paymentRow(
  { digits, currency }: InflowSetting,
  model: CustomInflow,
  on: Day,
  minor: number,
): Movement {
  const description = model.transaction_name ?? (model.type === 'monthly-income' ? 'Income' : 'Payment');
  const row = customRow({ amount: minor / 10 ** digits, description }, on, on, currency);
  return { key: `inflow ${on}`, appearsOn: on, posted: row };
}

function months(linkedOn: Day): Day[] {
  const first = dateInMonth(linkedOn, 1);
  return Array.from({ length: MONTHS_BEFORE + MONTHS_AFTER + 1 }, (_, index) =>
    addMonthsTo(first, index - MONTHS_BEFORE),
  );
}
