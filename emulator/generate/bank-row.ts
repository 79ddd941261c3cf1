/** One line of a statement as the bank and Plaid together know it. */
import {
  CounterpartyType,
  type PaymentMeta,
  type TransactionCounterparty,
  TransactionPaymentChannelEnum,
} from 'plaid';
import { type Day, day, daysBetween } from '@/lib/core/day';
import type { BankRow } from '../login';
import type { Merchant } from '../personas/merchants';
import { merchantLogoPath } from '../pictures/logos';
import { categoryOf } from './category';
import { shopIn } from './places';

export type RowFacts = {
  /** Minor units of a currency with two digits, Plaid's sign. */
  readonly cents: number;
  readonly date: Day;
  readonly authorizedDate?: Day | null;
  readonly city?: City;
  /** Instead of the merchant's own line, where the bank says more. */
  readonly line?: string;
};

export type City = {
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly country: string;
};

const CHANNELS = {
  online: TransactionPaymentChannelEnum.Online,
  'in store': TransactionPaymentChannelEnum.InStore,
  other: TransactionPaymentChannelEnum.Other,
} as const;

const KINDS = {
  merchant: CounterpartyType.Merchant,
  financial_institution: CounterpartyType.FinancialInstitution,
  income_source: CounterpartyType.IncomeSource,
  payment_app: CounterpartyType.PaymentApp,
  marketplace: CounterpartyType.Marketplace,
} as const;

const FIRST_CHECK = day('2020-01-01');

export function bankRow(at: Merchant, { cents, date, authorizedDate = null, city, line }: RowFacts): BankRow {
  const shop = at.kind === 'merchant' || at.kind === 'marketplace';
  return {
    amount: cents / 100,
    date,
    authorizedDate,
    name: shop ? at.name : (line ?? at.line),
    originalDescription: line ?? at.line,
    merchantName: shop || at.kind === 'income_source' ? at.name : null,
    merchantEntityId: shop ? at.entityId : null,
    website: at.website,
    logoUrl: logoOf(at),
    counterparties: counterpartiesOf(at),
    category: categoryOf(at.category, at.confidence),
    channel: CHANNELS[at.channel],
    location: at.channel === 'in store' && city ? shopIn(city, at.name, at.store) : null,
    paymentMeta: at.kind === 'income_source' ? paymentBy(at.name) : null,
    checkNumber: at.isCheck ? checkNumberOn(date) : null,
  };
}

function counterpartiesOf(at: Merchant): TransactionCounterparty[] {
  if (at.kind === 'none' || at.kind === 'financial_institution') return [];
  return [
    {
      name: at.name,
      entity_id: at.entityId,
      type: KINDS[at.kind],
      website: at.website,
      logo_url: logoOf(at),
      confidence_level: at.confidence,
    },
  ];
}

/** Firms with an address on the web have a logo; it is a path until the wire puts the emulator's own before it. */
function logoOf({ name, website, kind }: Merchant): string | null {
  return website !== null && kind !== 'none' ? merchantLogoPath(name) : null;
}

/** Checks are written in order, one or two a week. */
function checkNumberOn(on: Day): string {
  return String(1000 + Math.floor(daysBetween(FIRST_CHECK, on) / 4));
}

function paymentBy(payer: string): PaymentMeta {
  return {
    reference_number: null,
    ppd_id: null,
    payee: null,
    by_order_of: payer,
    payer,
    payment_method: 'ACH',
    payment_processor: null,
    reason: null,
  };
}
