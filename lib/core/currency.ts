/**
 * How many digits a currency keeps after the point, and whether its code is official.
 * Source: ISO 4217 list one. Codes outside it (BTC, GBX, …) come from Plaid's
 * `unofficial_currency_code` and keep eight digits (architecture, Money).
 */

const UNOFFICIAL_EXPONENT = 8;

const ZERO = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF';
const THREE = 'BHD IQD JOD KWD LYD OMR TND';
const FOUR = 'CLF UYW';
const TWO =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF ' +
  'CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD ' +
  'HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT ' +
  'MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR ' +
  'SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU ' +
  'UZS VED VES WST XCD YER ZAR ZMW ZWG';

const EXPONENTS = new Map<string, number>(
  [
    [ZERO, 0],
    [TWO, 2],
    [THREE, 3],
    [FOUR, 4],
  ].flatMap(([codes, digits]) =>
    String(codes)
      .split(' ')
      .map((code) => [code, Number(digits)] as const),
  ),
);

/** Digits after the point: 2 for USD, 0 for JPY, 3 for KWD, 8 for anything that is not ISO 4217. */
export function exponentOf(currency: string): number {
  return EXPONENTS.get(currency) ?? UNOFFICIAL_EXPONENT;
}

/** True for the codes of ISO 4217, which `Intl.NumberFormat` can write with their own symbol. */
export function isOfficial(currency: string): boolean {
  return EXPONENTS.has(currency);
}
