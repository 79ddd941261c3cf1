import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/field';
import { formatMonth } from '@/lib/core/format-day';
import type { Month } from '@/lib/core/month';
import { filterQuery, isFiltered, type TransactionFilter } from '@/lib/transactions/filter';
import { CategoryOptions } from './category-options';
import { FilterForm } from './filter-form';

type Account = { id: string; name: string; mask: string | null };
type Props = { filter: TransactionFilter; accounts: readonly Account[]; months: readonly Month[] };

const SELECT = 'sm:w-auto sm:max-w-56';

/** "Show groceries from all accounts in March 2026 with …": a plain form, so it works before any script. */
export function FilterBar({ filter, accounts, months }: Props) {
  return (
    <FilterForm
      key={filterQuery(filter)}
      className="grid grid-cols-2 items-center gap-2 text-ink-2 sm:flex sm:flex-wrap"
    >
      <Word>Show</Word>
      <Select name="category" aria-label="Category" defaultValue={filter.categoryId ?? ''} className={SELECT}>
        <option value="">all categories</option>
        <CategoryOptions />
      </Select>
      <Word>from</Word>
      <Select name="account" aria-label="Account" defaultValue={filter.accountId ?? ''} className={SELECT}>
        <option value="">all accounts</option>
        {accounts.map(({ id, name, mask }) => (
          <option key={id} value={id}>
            {mask ? `${name} ··${mask}` : name}
          </option>
        ))}
      </Select>
      <Word>in</Word>
      <Select name="month" aria-label="Month" defaultValue={filter.month ?? ''} className={SELECT}>
        <option value="">any month</option>
        {months.map((month) => (
          <option key={month} value={month}>
            {formatMonth(month)}
          </option>
        ))}
      </Select>
      <Word>with</Word>
      <Input
        type="search"
        name="q"
        aria-label="Search"
        placeholder="merchant or note"
        defaultValue={filter.text ?? ''}
        maxLength={100}
        className="sm:w-auto sm:min-w-40 sm:flex-1"
      />
      {/* A phone's keyboard has its own key for this. */}
      <Button type="submit" className="hidden sm:inline-flex">
        Search
      </Button>
      {isFiltered(filter) && (
        <Link href="/transactions" className="touch-target link inline-flex items-center sm:pl-1">
          Clear
        </Link>
      )}
    </FilterForm>
  );
}

function Word({ children }: { children: string }) {
  return (
    <span aria-hidden className="hidden sm:inline">
      {children}
    </span>
  );
}
