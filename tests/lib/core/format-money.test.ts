import { describe, expect, it } from 'vitest';
import { formatMoney, moneyParts, speakMoney } from '@/lib/core/format-money';
import { money } from '@/lib/core/money';

describe('formatMoney', () => {
  it('writes a purchase with a true minus before the currency', () => {
    expect(formatMoney(money(-6412, 'USD'))).toBe('−$64.12');
  });

  it('keeps every digit of an amount that a float would round', () => {
    expect(formatMoney(money(9_007_199_254_740_991, 'USD'))).toBe('$90,071,992,547,409.91');
  });

  it('writes a plus only when asked', () => {
    expect(formatMoney(money(284710, 'USD'))).toBe('$2,847.10');
    expect(formatMoney(money(284710, 'USD'), { sign: 'always' })).toBe('+$2,847.10');
    expect(formatMoney(money(-500, 'USD'), { sign: 'never' })).toBe('$5.00');
  });

  it('gives zero no sign, even when cents that are not shown made it negative', () => {
    expect(formatMoney(money(0, 'USD'), { sign: 'always' })).toBe('$0.00');
    expect(formatMoney(money(-40, 'USD'), { cents: 'never' })).toBe('$0');
  });

  it('drops cents always, or only those of whole amounts', () => {
    expect(formatMoney(money(184250, 'USD'), { cents: 'never' })).toBe('$1,843');
    expect(formatMoney(money(184200, 'USD'), { cents: 'auto' })).toBe('$1,842');
    expect(formatMoney(money(184250, 'USD'), { cents: 'auto' })).toBe('$1,842.50');
  });

  it('follows the digits of the currency', () => {
    expect(formatMoney(money(1200, 'JPY'))).toBe('¥1,200');
    expect(formatMoney(money(1234567, 'KWD'), { symbol: false })).toBe('1,234.567');
  });

  it('names a currency that has no symbol of its own', () => {
    expect(formatMoney(money(50_000_000, 'BTC'))).toBe('0.50 BTC');
    expect(formatMoney(money(-12_345_678, 'USDT'))).toBe('−0.12345678 USDT');
  });

  it('puts the currency where the locale puts it', () => {
    expect(formatMoney(money(-123456, 'EUR'), { locale: 'de-DE' })).toBe('−1.234,56\u00a0€');
  });
});

describe('moneyParts', () => {
  it('gives cents and currency apart', () => {
    expect(moneyParts(money(-29421837, 'USD'))).toEqual({
      sign: '−',
      before: '$',
      whole: '294,218',
      fraction: '.37',
      after: '',
    });
  });
});

describe('speakMoney', () => {
  it('says the sign as a word', () => {
    expect(speakMoney(money(-4210, 'USD'))).toBe('minus $42.10');
    expect(speakMoney(money(4210, 'USD'), { sign: 'always' })).toBe('plus $42.10');
    expect(speakMoney(money(4210, 'USD'))).toBe('$42.10');
  });
});
