/** A custom user's transactions, exactly as the file holds them: date, amount, description, pending or not. */
import { TransactionPaymentChannelEnum } from 'plaid';
import type { Day } from '@/lib/core/day';
import { bankRow } from '../generate/bank-row';
import { mainOf, merchantsIn } from '../generate/known-merchants';
import type { BankRow, Movement } from '../login';
import { guessCategory } from './guess-category';
import type { CustomTransaction } from './schema';

/**
 * A `date_posted` after the day of the link makes a pending row, there from the start, that is booked on
 * that day (SBX-7). Everything else has been booked long since and was never pending to us.
 */
export function customMovement(
  row: CustomTransaction,
  index: number,
  linkedOn: Day,
  currency: string,
): Movement {
  const happened = row.date_transacted ?? row.date_posted ?? linkedOn;
  const postedOn = row.date_posted ?? happened;
  const posted = customRow(row, postedOn, happened, currency);
  const key = `transaction ${index}`;
  if (postedOn <= linkedOn) return { key, appearsOn: postedOn, posted };
  const pending = {
    row: customRow(row, happened, happened, currency),
    endsOn: postedOn,
    linked: true,
    vanishes: false,
  };
  return { key, appearsOn: happened < linkedOn ? happened : linkedOn, posted, pending };
}

/** The name is the file's description; of a merchant that it names, the rest is known as Enrich knows it. */
export function customRow(
  row: Pick<CustomTransaction, 'amount' | 'description' | 'currency'>,
  date: Day,
  happened: Day,
  currency: string,
): BankRow {
  const merchant = mainOf(merchantsIn(row.description, row.amount < 0));
  const known = merchant && bankRow(merchant, { cents: 0, date });
  return {
    amount: row.amount,
    ...(row.currency && row.currency !== currency ? { currency: row.currency } : {}),
    date,
    authorizedDate: happened,
    name: row.description,
    originalDescription: row.description,
    merchantName: known?.merchantName ?? null,
    merchantEntityId: known?.merchantEntityId ?? null,
    website: known?.website ?? null,
    logoUrl: known?.logoUrl ?? null,
    counterparties: known?.counterparties ?? [],
    category: known?.category ?? guessCategory(row.description, row.amount),
    channel: known?.channel ?? TransactionPaymentChannelEnum.Other,
    location: null,
    paymentMeta: null,
    checkNumber: null,
  };
}
