import { BreakdownList } from '@/components/net-worth/breakdown-list';
import { MoneyText } from '@/components/ui/money-text';
import { readWorth } from './read-worth';

/** Today's accounts by kind; each further currency apart, under its own sum. */
export async function BreakdownSection() {
  const { byCurrency } = await readWorth();
  return byCurrency.map((breakdown, index) => (
    <section key={breakdown.currency} className={index > 0 ? 'mt-12' : ''}>
      {index > 0 && (
        <h2 className="mb-4 text-16 font-semibold">
          In {breakdown.currency}: <MoneyText value={breakdown.net} />
        </h2>
      )}
      <BreakdownList breakdown={breakdown} />
    </section>
  ));
}
