import { useWriting } from '#writing';
import Link from 'next/link';
import { MoneyText } from '@/components/ui/money-text';
import type { Day } from '@/lib/core/day';
import { formatDay } from '@/lib/core/format-day';
import { formatMoney } from '@/lib/core/format-money';
import { formatRate } from '@/lib/core/format-percent';
import { money } from '@/lib/core/money';
import type { Writing } from '@/lib/core/writing';
import type { Terms as DueTerms } from '@/lib/debts/due';
import { detailFacts } from '@/lib/debts/facts';
import { type Apr as Rate, aprName, type Rated } from '@/lib/debts/rate';

type Apr = Rate & { balanceSubject: number | null; interestCharge: number | null };

export type Terms = DueTerms & {
  aprs: readonly Apr[];
  interestRate: Rated['interestRate'];
  interestRateType: Rated['interestRateType'];
  originationDay: Day | null;
  originationPrincipal: number | null;
  outstandingInterest: number | null;
  payoffDay: Day | null;
  ytdInterest: number | null;
  ytdPrincipal: number | null;
  escrowBalance: number | null;
  details: Record<string, string | number | boolean | null>;
};

type Reader = { today: Day; writing: Writing };
type Props = { terms: Terms; currency: string; accountId: string; today: Day };

/** What the bank says of a debt, as a list of terms; what it does not say is left out. */
export function DebtFacts({ terms, currency, accountId, today }: Props) {
  const writing = useWriting();
  const facts = [
    ...moneyFacts(terms, currency, { today, writing }),
    ...detailFacts(terms.details, currency, writing),
  ];
  return (
    <div className="pt-1 pb-5">
      <dl className="grid gap-x-14 text-13 sm:grid-cols-2">
        {terms.aprs.map((apr) => (
          <Fact key={`${apr.type} ${apr.percentage}`} name={`Rate on ${aprName(apr.type).toLowerCase()}`}>
            {formatRate(apr.percentage, writing)}
            <AprAmount words=" on " amount={apr.balanceSubject} currency={currency} />
            <AprAmount words=", interest " amount={apr.interestCharge} currency={currency} />
          </Fact>
        ))}
        {facts.map(({ name, value }) => (
          <Fact key={name} name={name}>
            {value}
          </Fact>
        ))}
      </dl>
      <Link href={`/accounts/${accountId}`} className="link mt-3 inline-flex text-13">
        Balance history and transactions
      </Link>
    </div>
  );
}

type AprAmountProps = { words: string; amount: number | null; currency: string };

/** What a rate applies to, and what it came to; nothing where that is nothing. */
function AprAmount({ words, amount, currency }: AprAmountProps) {
  if (amount === null || amount <= 0) return null;
  return (
    <>
      {words}
      <MoneyText value={money(amount, currency)} home={currency} />
    </>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="flex min-h-8 items-baseline justify-between gap-6 border-t border-line py-1.5">
      <dt className="text-ink-3">{name}</dt>
      <dd className="text-right">{children}</dd>
    </div>
  );
}

function moneyFacts(
  terms: Terms,
  currency: string,
  { today, writing }: Reader,
): { name: string; value: string }[] {
  const amount = (value: number | null) =>
    value === null ? null : formatMoney(money(value, currency), writing);
  const onDay = (value: number | null, day: Day | null) => {
    const text = amount(value);
    return text !== null && day !== null
      ? `${text} on ${formatDay(day, writing, { today, form: 'bare' })}`
      : text;
  };
  const day = (value: Day | null) =>
    value === null ? null : formatDay(value, writing, { today, form: 'bare' });
  const rows: [string, string | null][] = [
    ['Past due', terms.pastDueAmount ? amount(terms.pastDueAmount) : null],
    ['Last statement', onDay(terms.statementBalance, terms.statementDay)],
    ['Last payment', onDay(terms.lastPaymentAmount, terms.lastPaymentDay)],
    ['Borrowed', onDay(terms.originationPrincipal, terms.originationDay)],
    ['Unpaid interest', amount(terms.outstandingInterest)],
    ['Interest paid this year', amount(terms.ytdInterest)],
    ['Principal paid this year', amount(terms.ytdPrincipal)],
    ['Held in escrow', amount(terms.escrowBalance)],
    [terms.kind === 'mortgage' ? 'Matures' : 'Paid off by', day(terms.payoffDay)],
  ];
  return rows.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
}
