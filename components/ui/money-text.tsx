import { type MoneyFormat, moneyParts } from '@/lib/core/format-money';
import { type Money, toDecimal } from '@/lib/core/money';
import { cn } from './cn';

type Props = {
  value: Money;
  /** `flow` is money that moved: income gets a plus and green. `balance` is money that is there. */
  kind?: 'flow' | 'balance';
  /** `hero` leads a page, `lead` a section; `text` takes the size around it. */
  size?: 'text' | 'lead' | 'hero';
  /** The currency that goes without saying on this page; amounts in it are written without its sign. */
  home?: string;
  cents?: MoneyFormat['cents'];
  locale?: string;
  className?: string;
};

const SIZES = {
  text: '',
  lead: 'text-28 font-semibold',
  hero: 'text-40 font-semibold lg:text-56',
};

/** An amount as every screen writes it; its exact value is in the `value` attribute ("-64.12"). */
export function MoneyText({ value, kind = 'balance', size = 'text', home, cents, locale, className }: Props) {
  const isIncome = kind === 'flow' && value.amount > 0;
  const parts = moneyParts(value, {
    sign: isIncome ? 'always' : 'auto',
    symbol: value.currency !== home,
    ...(cents === undefined ? {} : { cents }),
    ...(locale === undefined ? {} : { locale }),
  });
  const isLarge = size !== 'text';
  return (
    <data
      value={toDecimal(value)}
      className={cn('whitespace-nowrap tabular-nums', SIZES[size], isIncome && 'text-income', className)}
    >
      <Sign sign={parts.sign} />
      {isLarge ? <span className={LARGE_SYMBOL}>{parts.before}</span> : parts.before}
      {parts.whole}
      <span className={isLarge ? LARGE_FRACTION : isIncome ? '' : FRACTION}>{parts.fraction}</span>
      {isLarge ? <span className={LARGE_FRACTION}>{parts.after}</span> : parts.after}
    </data>
  );
}

/** Quieter than the whole, and never louder where the whole is quiet already. */
const FRACTION = 'text-ink-2 in-[.text-ink-3]:text-inherit';

const LARGE_SYMBOL = 'relative top-[-0.42em] mr-[0.06em] text-[0.5em] font-normal text-ink-3';
const LARGE_FRACTION = 'text-[0.6em] font-normal tracking-normal text-ink-3';

/** The sign is drawn for the eye and said as a word, since many screen readers pass over "−". */
function Sign({ sign }: { sign: string }) {
  if (sign === '') return null;
  return (
    <>
      <span aria-hidden>{sign}</span>
      <span className="sr-only select-none">{sign === '+' ? 'plus ' : 'minus '}</span>
    </>
  );
}
