import { MoneyText } from '@/components/ui/money-text';
import { type Money, money } from '@/lib/core/money';

type Props = {
  /** Per currency, negative: what all bills come to in a month. */
  bills: readonly Money[];
  /** Per currency, positive. */
  income: readonly Money[];
  home: string;
};

/** What the bills of a month come to, and what of the steady income they leave. Currencies stand apart. */
export function MonthlyFigure({ bills, income, home }: Props) {
  const of = (list: readonly Money[], currency: string) =>
    list.find((total) => total.currency === currency) ?? money(0, currency);
  const lead = bills.find(({ currency }) => currency === home)?.currency ?? bills[0]?.currency ?? home;
  const [out, into] = [of(bills, lead), of(income, lead)];
  const others = bills.filter(({ currency }) => currency !== lead);
  return (
    <div>
      <MoneyText value={money(Math.abs(out.amount), lead)} size="hero" />
      <p className="mt-2 text-14 text-ink-2">
        in bills a month
        {others.map((total) => (
          <span key={total.currency}>
            {' '}
            and <MoneyText value={money(Math.abs(total.amount), total.currency)} />
          </span>
        ))}
        {into.amount > 0 && <Left income={into} left={money(into.amount + out.amount, lead)} />}
      </p>
    </div>
  );
}

function Left({ income, left }: { income: Money; left: Money }) {
  return (
    <>
      {', of '}
      <MoneyText value={income} home={income.currency} className="text-ink" /> steady income.{' '}
      {left.amount >= 0 ? (
        <>
          That leaves <MoneyText value={left} home={left.currency} className="font-semibold text-ink" />.
        </>
      ) : (
        <>
          Bills are{' '}
          <MoneyText
            value={money(-left.amount, left.currency)}
            home={left.currency}
            className="font-semibold text-ink"
          />{' '}
          more.
        </>
      )}
    </>
  );
}
