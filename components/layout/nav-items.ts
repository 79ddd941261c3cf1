import {
  ArrowLeftRight,
  ChartLine,
  CreditCard,
  Gauge,
  Landmark,
  type LucideIcon,
  PiggyBank,
  Plug,
  Repeat,
  Sprout,
} from 'lucide-react';
import type { Route } from 'next';

export type NavItem = { label: string; href: Route; icon: LucideIcon };

/** Day to day: what a phone keeps in its bottom bar. */
const DAILY: NavItem[] = [
  { label: 'Overview', href: '/dashboard', icon: Gauge },
  { label: 'Transactions', href: '/transactions', icon: ArrowLeftRight },
  { label: 'Budget', href: '/budgets', icon: PiggyBank },
  { label: 'Recurring', href: '/recurring', icon: Repeat },
];

/** What one owns and owes. */
const WEALTH: NavItem[] = [
  { label: 'Net worth', href: '/net-worth', icon: ChartLine },
  { label: 'Accounts', href: '/accounts', icon: Landmark },
  { label: 'Investments', href: '/investments', icon: Sprout },
  { label: 'Debts', href: '/debts', icon: CreditCard },
];

const UPKEEP: NavItem[] = [{ label: 'Connections', href: '/settings/connections', icon: Plug }];

/** Every page a person can go to, in reading order; a page that does not exist is not in it. */
export const NAV_GROUPS: readonly (readonly NavItem[])[] = [DAILY, WEALTH, UPKEEP];
export const BAR_ITEMS: readonly NavItem[] = DAILY;
export const MORE_ITEMS: readonly NavItem[] = [...WEALTH, ...UPKEEP];
