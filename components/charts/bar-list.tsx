import { useWriting } from '#writing';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Bar } from '@/components/ui/bar';
import { MoneyText } from '@/components/ui/money-text';
import { formatMoney } from '@/lib/core/format-money';
import { type Money, money } from '@/lib/core/money';
import type { Writing } from '@/lib/core/writing';

export type BarRow = {
  id: string;
  label: string;
  /** A size, not a movement: pass spending as a positive amount. */
  value: Money;
  /** The limit or usual amount, drawn as a tick. */
  tick?: Money;
  tone?: 'accent' | 'attention' | 'danger';
  /** A few quiet words after the amount: "usual 640". */
  note?: ReactNode;
  href?: Route;
};

type Props = { label: string; rows: readonly BarRow[]; home?: string };

/** Amounts as thin bars from zero on one scale, with names before and figures after them. */
export function BarList({ label, rows, home }: Props) {
  const top = Math.max(1, ...rows.flatMap(({ value, tick }) => [value.amount, tick?.amount ?? 0]));
  return (
    <ul aria-label={label} className="grid">
      {rows.map((row) => (
        <BarListRow key={row.id} row={row} top={top} {...(home === undefined ? {} : { home })} />
      ))}
    </ul>
  );
}

function BarListRow({ row, top, home }: { row: BarRow; top: number; home?: string }) {
  const writing = useWriting();
  const { label, value, tick, tone = 'accent', note, href } = row;
  const line = (
    <>
      <span className="line-clamp-2 leading-4">{label}</span>
      <Bar
        ratio={value.amount / top}
        tone={tone}
        label={describe(value, tick, writing)}
        {...(tick === undefined ? {} : { tick: tick.amount / top })}
      />
      <MoneyText
        value={money(value.amount, value.currency)}
        className="text-right"
        {...(home ? { home } : {})}
      />
      <span className="hidden truncate text-right text-13 text-ink-3 sm:block">{note}</span>
    </>
  );
  const className =
    'grid h-9 grid-cols-[minmax(0,8rem)_minmax(0,1fr)_minmax(5.5rem,auto)] items-center gap-4 pointer-coarse:h-11 ' +
    'sm:grid-cols-[minmax(0,9rem)_minmax(0,1fr)_minmax(6rem,auto)_7rem]';
  return (
    <li>
      {href === undefined ? (
        <div className={className}>{line}</div>
      ) : (
        <Link href={href} className={`${className} -mx-2 rounded-lg px-2 hover:bg-hover`}>
          {line}
        </Link>
      )}
    </li>
  );
}

function describe(value: Money, tick: Money | undefined, writing: Writing): string {
  const size = formatMoney(value, writing);
  return tick === undefined ? size : `${size}, mark at ${formatMoney(tick, writing)}`;
}
