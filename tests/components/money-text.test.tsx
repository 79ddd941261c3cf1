import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Change } from '@/components/ui/change';
import { MoneyText } from '@/components/ui/money-text';
import { money } from '@/lib/core/money';

const html = renderToStaticMarkup;
const spoken = (markup: string) =>
  markup.replace(/<span aria-hidden="true">[^<]*<\/span>/g, '').replace(/<[^>]+>/g, '');

describe('MoneyText', () => {
  it('carries the exact value and is spoken with its sign as a word', () => {
    const markup = html(<MoneyText value={money(-4210, 'USD')} />);
    expect(markup).toContain('value="-42.10"');
    expect(spoken(markup)).toBe('minus $42.10');
  });

  it('marks income by a plus, not by colour alone; a balance has neither', () => {
    const income = html(<MoneyText value={money(284_710, 'USD')} kind="flow" />);
    expect(spoken(income)).toBe('plus $2,847.10');
    expect(income).toContain('text-income');
    expect(html(<MoneyText value={money(284_710, 'USD')} />)).not.toContain('text-income');
  });

  it('leaves out the currency of the page only', () => {
    expect(spoken(html(<MoneyText value={money(1199, 'USD')} home="USD" />))).toBe('11.99');
    expect(spoken(html(<MoneyText value={money(1199, 'GBP')} home="USD" />))).toBe('£11.99');
  });
});

describe('Change', () => {
  it('says since when, and says so when nothing moved', () => {
    expect(spoken(html(<Change value={money(390_400, 'USD')} against="this month" />))).toBe(
      'plus $3,904 this month',
    );
    expect(spoken(html(<Change value={money(0, 'USD')} against="this month" />))).toBe(
      'No change this month',
    );
  });
});
