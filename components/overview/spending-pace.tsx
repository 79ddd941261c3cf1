import { useWriting } from '#writing';
import { BarList } from '@/components/charts/bar-list';
import { MoneyText } from '@/components/ui/money-text';
import { categoryOf } from '@/lib/categories/taxonomy';
import type { Day } from '@/lib/core/day';
import { formatMoney } from '@/lib/core/format-money';
import { type Money, money } from '@/lib/core/money';
import type { Writing } from '@/lib/core/writing';
import { monthOf } from '@/lib/core/month';
import type { CategoryPace, Pace } from '@/lib/overview/pace';

type Props = {
  pace: Pace;
  currency: string;
  today: Day;
  /** Spending in other currencies, which is not in the figure. */
  others: readonly Money[];
};

const SHOWN = 5;
/** A tenth over the usual is worth a second look; less is the to and fro of any month. */
const NOTABLE = 1.1;

/** What was spent so far this month against the usual by this day, and where most of it went. */
export function SpendingPace({ pace, currency, today, others }: Props) {
  const writing = useWriting();
  return (
    <div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <MoneyText value={money(pace.spent, currency)} size="lead" home={currency} />
        <p className="text-14 text-ink-2">{paceInWords(pace, currency, { today, writing })}</p>
      </div>
      {others.length > 0 && (
        <p className="text-13 text-ink-3">
          and {others.map((other) => formatMoney(other, writing)).join(', ')} in other currencies
        </p>
      )}
      <div className="mt-2">
        <BarList
          label="Largest categories this month"
          rows={pace.categories
            .slice(0, SHOWN)
            .map((category) => row(category, currency, { today, writing }))}
          home={currency}
        />
      </div>
    </div>
  );
}

type Reader = { today: Day; writing: Writing };

function row({ categoryId, spent, usual }: CategoryPace, currency: string, { today, writing }: Reader) {
  const isHigh = usual !== null && usual > 0 && spent > usual * NOTABLE;
  const words = usual === null ? null : usualInWords(usual, currency, writing);
  return {
    id: categoryId,
    label: categoryOf(categoryId).name,
    value: money(spent, currency),
    href: `/transactions?category=${categoryId}&month=${monthOf(today)}` as const,
    ...(usual !== null && usual > 0 ? { tick: money(usual, currency) } : {}),
    ...(isHigh ? { tone: 'attention' as const } : {}),
    ...(words === null ? {} : { note: words }),
  };
}

function usualInWords(usual: number, currency: string, writing: Writing): string {
  if (usual <= 0) return 'usually none';
  return `usual ${formatMoney(money(usual, currency), writing, { cents: 'never', symbol: false })}`;
}

function paceInWords({ spent, usual, monthsCompared }: Pace, currency: string, reader: Reader): string {
  if (usual === null) return 'Nothing to compare with yet';
  const apart = money(Math.abs(spent - usual), currency);
  const by = `by the ${ordinal(Number(reader.today.slice(8)))}`;
  const base = monthsCompared === 1 ? 'last month' : 'usual';
  if (apart.amount < Math.abs(usual) * 0.01) return `As much as ${base} ${by}`;
  const words = formatMoney(apart, reader.writing, { cents: 'never', symbol: false });
  return `${words} ${spent < usual ? 'less' : 'more'} than ${base} ${by}`;
}

function ordinal(date: number): string {
  const suffix = new Intl.PluralRules('en-US', { type: 'ordinal' }).select(date);
  return `${date}${{ one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }[suffix]}`;
}
