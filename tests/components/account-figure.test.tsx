import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { AccountFigure } from '@/components/accounts/account-figure';

const now = new Date('2026-03-20T16:00:00Z');
const account = {
  id: 'id',
  name: 'Everyday',
  officialName: null,
  mask: '0001',
  type: 'depository',
  subtype: 'checking',
  currency: 'USD',
  balance: 1250,
  available: null,
  creditLimit: null,
  balanceAt: now,
  bankReachedAt: now,
  closedAt: null,
  isHidden: false,
  institutionName: 'Harbor Bank',
  institutionLogo: null,
};

it('says in whose name an account is, where the bank tells it', () => {
  const ofBoth = { ...account, ownerNames: ['Ann Harper', 'Bob Harper'] };
  const markup = renderToStaticMarkup(<AccountFigure account={ofBoth} now={now} />);
  expect(markup).toContain('In the name of Ann Harper and Bob Harper');
  const ofNobody = { ...account, ownerNames: [] };
  expect(renderToStaticMarkup(<AccountFigure account={ofNobody} now={now} />)).not.toContain(
    'In the name of',
  );
});
