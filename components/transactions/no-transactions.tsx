import type { Route } from 'next';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

type Words = { title: string; text: string; href?: Route; step?: string; isFirstStep?: boolean };

const WORDS = {
  'no-bank': {
    title: 'No transactions yet',
    text: 'Every purchase, bill and paycheck of all your accounts will be listed here, newest first.',
    href: '/settings/connections',
    step: 'Connect a bank',
    isFirstStep: true,
  },
  'on-the-way': {
    title: 'On their way',
    text: 'Your bank has not sent any transactions yet. The first ones usually arrive within a minute.',
    href: '/settings/connections',
    step: 'See the progress',
  },
  'no-match': {
    title: 'Nothing matches',
    text: 'No transaction fits this filter. Try fewer words, or another month.',
    href: '/transactions',
    step: 'Show all',
  },
  'of-holdings': {
    title: 'Nothing here',
    text: 'What is bought and sold in this account stands with its holdings.',
    href: '/investments',
    step: 'Go to investments',
  },
  'none-here': { title: 'Nothing here', text: 'The bank has not sent any transactions for this account.' },
} satisfies Record<string, Words>;

/** Why a list is empty, and what to do about it. */
export function NoTransactions({ reason }: { reason: keyof typeof WORDS }) {
  const { title, text, href, step, isFirstStep }: Words = WORDS[reason];
  const action = href !== undefined && (
    <LinkButton href={href} variant={isFirstStep ? 'primary' : 'secondary'}>
      {step}
    </LinkButton>
  );
  return (
    <EmptyState title={title} {...(action === false ? {} : { action })}>
      {text}
    </EmptyState>
  );
}
