import { ValueFigure } from '@/components/investments/value-figure';
import { gainTotals } from '@/lib/investments/positions';
import { readPortfolio } from './read-portfolio';

/** The leading currency's portfolio; the others stand under their own heads. */
export async function Value() {
  const [lead] = (await readPortfolio()).portfolios;
  if (lead === undefined) return null;
  const gain = gainTotals(lead.positions);
  return <ValueFigure value={lead.value} gain={gain.hasCost ? gain : null} />;
}
