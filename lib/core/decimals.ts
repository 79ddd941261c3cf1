/** Arithmetic of exact decimals: quantities that are not money. */
import Big from 'big.js';
import { type Decimal, decimal } from './money';

export function addDecimals(values: readonly Decimal[]): Decimal {
  return decimal(values.reduce((sum, value) => sum.plus(value), new Big(0)).toFixed());
}

export function absolute(value: Decimal): Decimal {
  return decimal(new Big(value).abs().toFixed());
}
