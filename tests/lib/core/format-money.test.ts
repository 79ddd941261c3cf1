import { describe, expect, it } from 'vitest';
import { formatMoney, formatMoneyShort, moneyParts, speakMoney } from '@/lib/core/format-money';
import { money } from '@/lib/core/money';
import { NUMBER_FORMS, PLAIN } from '@/lib/core/writing';

describe('formatMoney', () => {
  it('writes a purchase with a true minus before the currency', () => {
    expect(formatMoney(money(-6412, 'USD'), PLAIN)).toBe('−$64.12');
  });

  it('keeps every digit of an amount that a float would round', () => {
    expect(formatMoney(money(9_007_199_254_740_991, 'USD'), PLAIN)).toBe('$90,071,992,547,409.91');
  });

  it('writes a plus only when asked', () => {
    expect(formatMoney(money(284710, 'USD'), PLAIN)).toBe('$2,847.10');
    expect(formatMoney(money(284710, 'USD'), PLAIN, { sign: 'always' })).toBe('+$2,847.10');
    expect(formatMoney(money(-500, 'USD'), PLAIN, { sign: 'never' })).toBe('$5.00');
  });

  it('gives zero no sign, even when cents that are not shown made it negative', () => {
    expect(formatMoney(money(0, 'USD'), PLAIN, { sign: 'always' })).toBe('$0.00');
    expect(formatMoney(money(-40, 'USD'), PLAIN, { cents: 'never' })).toBe('$0');
  });

  it('drops cents always, or only those of whole amounts', () => {
    expect(formatMoney(money(184250, 'USD'), PLAIN, { cents: 'never' })).toBe('$1,843');
    expect(formatMoney(money(184200, 'USD'), PLAIN, { cents: 'auto' })).toBe('$1,842');
    expect(formatMoney(money(184250, 'USD'), PLAIN, { cents: 'auto' })).toBe('$1,842.50');
  });

  it('follows the digits of the currency', () => {
    expect(formatMoney(money(1200, 'JPY'), PLAIN)).toBe('¥1,200');
    expect(formatMoney(money(1234567, 'KWD'), PLAIN, { symbol: false })).toBe('1,234.567');
  });

  it('names a currency that has no symbol of its own', () => {
    expect(formatMoney(money(50_000_000, 'BTC'), PLAIN)).toBe('0.50 BTC');
    expect(formatMoney(money(-12_345_678, 'USDT'), PLAIN)).toBe('−0.12345678 USDT');
  });

  it('puts the currency where the locale puts it', () => {
    expect(formatMoney(money(-123456, 'EUR'), { ...PLAIN, numbers: 'de-DE' })).toBe('−1.234,56\u00a0€');
  });
});

describe('the person’s number form', () => {
  it.each([
    ['comma-point', '$1,234.56'],
    ['point-comma', '1.234,56\u00a0$'],
    ['space-comma', '1\u202f234,56\u00a0$US'],
    ['apostrophe-point', '$\u00a01’234.56'],
  ] as const)('%s writes %s', (form, text) => {
    const written = formatMoney(money(123_456, 'USD'), { ...PLAIN, numbers: NUMBER_FORMS[form] });
    // Newer tables of the world's habits have the straight apostrophe for Switzerland.
    expect(written.replace("'", '’')).toBe(text);
  });

  it('keeps digits 0 to 9 wherever the person is, so that a minus is never lost', () => {
    expect(formatMoney(money(-123_456, 'EGP'), { ...PLAIN, numbers: 'ar-EG' }, { symbol: false })).toBe(
      '−1,234.56',
    );
  });

  it('holds for an axis, whose letters stay', () => {
    const german = { ...PLAIN, numbers: NUMBER_FORMS['point-comma'] };
    expect(formatMoneyShort(money(-125_000_00, 'USD'), german)).toBe('−125k');
    expect(formatMoneyShort(money(1_250_000_00, 'USD'), german)).toBe('1,25m');
  });
});

describe('hidden amounts', () => {
  const hidden = { ...PLAIN, hidden: true };

  it('look alike, however large; only the sign and the currency stay', () => {
    expect(formatMoney(money(-6412, 'USD'), hidden)).toBe('−$•••');
    expect(formatMoney(money(900_000_000_00, 'USD'), hidden, { cents: 'never' })).toBe('$•••');
    expect(formatMoneyShort(money(30_000_000, 'USD'), hidden)).toBe('•••');
  });

  it('are not said either', () => {
    expect(speakMoney(money(-6412, 'USD'), hidden)).toBe('hidden amount');
  });
});

describe('moneyParts', () => {
  it('gives cents and currency apart', () => {
    expect(moneyParts(money(-29421837, 'USD'), PLAIN)).toEqual({
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
    expect(speakMoney(money(-4210, 'USD'), PLAIN)).toBe('minus $42.10');
    expect(speakMoney(money(4210, 'USD'), PLAIN, { sign: 'always' })).toBe('plus $42.10');
    expect(speakMoney(money(4210, 'USD'), PLAIN)).toBe('$42.10');
  });

  it('says it in the form of the page’s language, with the currency that the eye is spared', () => {
    const german = { ...PLAIN, numbers: NUMBER_FORMS['point-comma'] };
    expect(speakMoney(money(123_456, 'EUR'), german, { symbol: false })).toBe('€1,234.56');
  });
});
