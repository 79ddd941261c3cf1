import { renderToReadableStream, renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Change } from '@/components/ui/change';
import { MoneyText } from '@/components/ui/money-text';
import { WritingProvider } from '@/components/ui/writing';
import { money } from '@/lib/core/money';
import { PLAIN } from '@/lib/core/writing';

const html = renderToStaticMarkup;
const said = /<span class="sr-only[^"]*">([^<]*)<\/span>/g;
const withoutTags = (markup: string) => markup.replace(/<[^>]+>/g, '');
/** What a screen reader is given, and what the eye is. */
const spoken = (markup: string) =>
  withoutTags(markup.replace(/<span aria-hidden="true">.*?(?=<span class="sr-only)/g, ''));
const seen = (markup: string) => withoutTags(markup.replaceAll(said, ''));

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

  it('is said with its currency, once, also where the eye is spared it', () => {
    const markup = html(<MoneyText value={money(-1199, 'USD')} home="USD" />);
    expect(spoken(markup)).toBe('minus $11.99');
    expect(seen(markup)).toBe('−11.99');
  });

  it('leaves no trace of a hidden amount', async () => {
    const writing = Promise.resolve({ ...PLAIN, hidden: true });
    const stream = await renderToReadableStream(
      <WritingProvider writing={writing}>
        <MoneyText value={money(-77_731, 'USD')} size="hero" />
      </WritingProvider>,
    );
    const markup = await new Response(stream).text();
    expect(markup).toContain('•••');
    expect(markup).not.toMatch(/777|31/);
  });

  it('leaves out the currency of the page only', () => {
    expect(seen(html(<MoneyText value={money(1199, 'USD')} home="USD" />))).toBe('11.99');
    expect(seen(html(<MoneyText value={money(1199, 'GBP')} home="USD" />))).toBe('£11.99');
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
