import { useWriting } from '#writing';
import { type MoneyFormat, moneyParts, speakMoney } from '@/lib/core/format-money';
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
  className?: string;
};

const SIZES = {
  text: '',
  lead: 'text-28 font-semibold',
  hero: 'text-40 font-semibold lg:text-56',
};

/**
 * An amount as every screen writes it; its exact value is in the `value` attribute ("-64.12") unless amounts are
 * hidden. The digits are drawn for the eye; a screen reader is given one text with sign and currency, said once.
 */
export function MoneyText({ value, kind = 'balance', size = 'text', home, cents, className }: Props) {
  const writing = useWriting();
  const isIncome = kind === 'flow' && value.amount > 0;
  const format = {
    sign: isIncome ? ('always' as const) : ('auto' as const),
    ...(cents === undefined ? {} : { cents }),
  };
  const parts = moneyParts(value, writing, { ...format, symbol: value.currency !== home });
  const isLarge = size !== 'text';
  return (
    <data
      value={writing.hidden ? '' : toDecimal(value)}
      className={cn('whitespace-nowrap tabular-nums', SIZES[size], isIncome && 'text-income', className)}
    >
      <span aria-hidden>
        {parts.sign}
        {isLarge ? <span className={LARGE_SYMBOL}>{parts.before}</span> : parts.before}
        {parts.whole}
        <span className={isLarge ? LARGE_FRACTION : isIncome ? '' : FRACTION}>{parts.fraction}</span>
        {isLarge ? <span className={LARGE_FRACTION}>{parts.after}</span> : parts.after}
      </span>
      <span className="sr-only select-none">{speakMoney(value, writing, format)}</span>
    </data>
  );
}

/** Quieter than the whole, and never louder where the whole is quiet already. */
const FRACTION = 'text-ink-2 in-[.text-ink-3]:text-inherit';

const LARGE_SYMBOL = 'relative top-[-0.42em] mr-[0.06em] text-[0.5em] font-normal text-ink-3';
const LARGE_FRACTION = 'text-[0.6em] font-normal tracking-normal text-ink-3';
