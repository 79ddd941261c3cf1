import { useWriting } from '#writing';
import { formatPercent, type PercentFormat } from '@/lib/core/format-percent';
import { cn } from './cn';

type Props = PercentFormat & { ratio: number; className?: string };

/** A share such as "12.5%". Say beside it what it is a share of. */
export function PercentText({ ratio, className, ...format }: Props) {
  return (
    <data value={ratio} className={cn('whitespace-nowrap tabular-nums', className)}>
      {formatPercent(ratio, useWriting(), format)}
    </data>
  );
}
