import { expect, test } from 'vitest';
import { absolute, addDecimals } from '@/lib/core/decimals';
import { decimal } from '@/lib/core/money';
import { movementName } from '@/lib/investments/movement';
import { priceDigits, quantityInWords } from '@/lib/investments/quantity';
import { securityName } from '@/lib/investments/security-name';
import { PLAIN } from '@/lib/core/writing';

test('quantities are exact, grouped, and options are counted in contracts', () => {
  expect(quantityInWords(decimal('1320.441'), 'mutual fund', PLAIN)).toBe('1,320.441');
  expect(quantityInWords(decimal('0.312504715'), 'cryptocurrency', PLAIN)).toBe('0.312505');
  expect(quantityInWords(decimal('-12000'), 'equity', PLAIN)).toBe('−12,000');
  expect(quantityInWords(decimal('200'), 'derivative', PLAIN)).toBe('2 contracts');
  expect(quantityInWords(decimal('100'), 'derivative', PLAIN)).toBe('1 contract');
  expect(quantityInWords(decimal('100'), 'derivative', { ...PLAIN, hidden: true })).toBe('••• contracts');
});

test('prices keep two digits, and more only below one', () => {
  expect(priceDigits(decimal('91200'), PLAIN)).toBe('91,200.00');
  expect(priceDigits(decimal('0.9987'), PLAIN)).toBe('0.9987');
  expect(priceDigits(decimal('0.5'), PLAIN)).toBe('0.50');
});

test('a movement is named by its subtype, unless the type says it all', () => {
  expect(movementName({ type: 'buy', subtype: 'buy' })).toBe('Bought');
  expect(movementName({ type: 'sell', subtype: null })).toBe('Sold');
  expect(movementName({ type: 'cash', subtype: 'qualified dividend' })).toBe('Qualified dividend');
  expect(movementName({ type: 'fee', subtype: null })).toBe('Fee');
});

test('decimals add without a float', () => {
  expect(addDecimals([decimal('0.1'), decimal('0.2')])).toBe('0.3');
  expect(absolute(decimal('-5.50'))).toBe('5.5');
});

test('cash has the plain name of its currency, however the bank spells it', () => {
  expect(securityName({ name: 'U S Dollar', ticker: 'CUR:USD' })).toBe('US Dollar');
  expect(securityName({ name: null, ticker: 'CUR:EUR' })).toBe('Euro');
  expect(securityName({ name: 'Bitcoin', ticker: 'BTC' })).toBe('Bitcoin');
  expect(securityName({ name: null, ticker: 'AAPL' })).toBe('AAPL');
  expect(securityName({ name: null, ticker: null })).toBeNull();
});
