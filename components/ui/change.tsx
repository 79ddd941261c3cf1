import type { Money } from '@/lib/core/money';
import { cn } from './cn';
import { MoneyText } from './money-text';
import { PercentText } from './percent-text';

type Props = {
  value: Money;
  /** What it is measured against: "this month", "since 1 Mar". A change never stands without it. */
  against: string;
  ratio?: number;
  home?: string;
  cents?: 'always' | 'auto' | 'never';
  className?: string;
};

/** How much something moved, and since when: "+$3,904 this month". */
export function Change({ value, against, ratio, home, cents = 'never', className }: Props) {
  const money = { value, cents, ...(home === undefined ? {} : { home }) };
  return (
    <span className={cn('text-ink-2', className)}>
      {value.amount === 0 ? (
        'No change'
      ) : (
        <MoneyText {...money} kind="flow" className={cn('font-semibold', value.amount < 0 && 'text-ink')} />
      )}
      {ratio !== undefined && value.amount !== 0 && (
        <>
          {' ('}
          <PercentText ratio={ratio} sign="always" />)
        </>
      )}{' '}
      {against}
    </span>
  );
}
