/** Options on listed shares: their names, their days, and a price that ends at what they are worth then. */
import { addMonthsTo, type Day, daysBetween, weekday } from '@/lib/core/day';
import type { HeldOption } from '../personas/persona';
import { dateInMonth, marketDay } from './calendar';
import { type Instrument, securityIdFor } from './instruments';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const CENTS = 100;

export function optionInstrument(held: HeldOption, share: Instrument, linkedOn: Day): Instrument {
  const boughtOn = marketDay(dateInMonth(addMonthsTo(linkedOn, -held.boughtMonthsAgo), 18));
  const expiresOn = thirdFriday(addMonthsTo(linkedOn, -held.expiresMonthsAgo));
  const strike = Math.round((share.priceOn(boughtOn) * held.strike) / 500) * 5;
  const contract = { strike, isCall: held.kind === 'call', expiresOn };
  const symbol = symbolOf(share.symbol, contract);
  const pricedOn = (on: Day) => (on < expiresOn ? marketDay(on) : expiresOn);
  const name = nameOf(share.symbol, contract);
  return {
    symbol,
    securityId: securityIdFor(symbol),
    name,
    priceOn: (on) => priceOf(contract, share.priceOn(pricedOn(on)), pricedOn(on)),
    pricedOn,
    splitOn: () => 1,
    facts: {
      name,
      ticker_symbol: symbol,
      type: 'derivative',
      subtype: 'option',
      option_contract: {
        contract_type: held.kind,
        expiration_date: expiresOn,
        strike_price: strike,
        underlying_security_ticker: share.symbol,
      },
    },
    listing: null,
    option: { held, boughtOn, expiresOn },
  };
}

type Contract = { readonly strike: number; readonly isCall: boolean; readonly expiresOn: Day };

/** Its worth if it ended today, and for the time that is left something more: most where it is in the balance. */
function priceOf({ strike, isCall, expiresOn }: Contract, share: number, on: Day): number {
  const worth = Math.max(0, isCall ? share - strike : strike - share);
  const left = daysBetween(on, expiresOn);
  if (left <= 0) return Math.round(worth * CENTS) / CENTS;
  const away = (share - strike) / strike;
  const hope = (share * 0.11 * Math.sqrt(left / 365)) / (1 + 25 * away * away);
  return Math.max(1, Math.round((worth + hope) * CENTS)) / CENTS;
}

/** The name that clearing houses use: AAPL270115C00200000. */
function symbolOf(share: string, { strike, isCall, expiresOn }: Contract): string {
  const date = expiresOn.slice(2).replaceAll('-', '');
  return `${share}${date}${isCall ? 'C' : 'P'}${String(strike * 1000).padStart(8, '0')}`;
}

/** As brokers print it: "AAPL Jan 15'27 $200 Call". */
function nameOf(share: string, { strike, isCall, expiresOn }: Contract): string {
  const month = MONTHS[Number(expiresOn.slice(5, 7)) - 1] ?? '';
  const [year, date] = [expiresOn.slice(2, 4), expiresOn.slice(8)];
  return `${share} ${month} ${date}'${year} $${strike} ${isCall ? 'Call' : 'Put'}`;
}

function thirdFriday(of: Day): Day {
  const fridays = [15, 16, 17, 18, 19, 20, 21].map((date) => dateInMonth(of, date));
  return fridays.find((on) => weekday(on) === 5) ?? dateInMonth(of, 15);
}
