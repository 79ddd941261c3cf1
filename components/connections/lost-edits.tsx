import { DayText } from '@/components/ui/day-text';
import { MoneyText } from '@/components/ui/money-text';
import type { Day } from '@/lib/core/day';
import { money } from '@/lib/core/money';

export type LostEdit = {
  id: string;
  day: Day;
  name: string;
  amount: number;
  currency: string;
  note?: string | null;
};

type Props = { edits: readonly LostEdit[]; home: string };

/** Rows that the person changed and the bank does not send any more. */
export function LostEdits({ edits, home }: Props) {
  return (
    <ul className="mt-2">
      {edits.map(({ id, day, name, amount, currency, note }) => (
        <li key={id} className="flex min-h-row items-center gap-4 border-t border-line py-1 first:border-0">
          <span className="min-w-0 flex-1">
            {name}
            <span className="ml-2 text-13 text-ink-3">
              <DayText value={day} />
              {note ? ` · “${note}”` : ''}
            </span>
          </span>
          <MoneyText value={money(amount, currency)} home={home} />
        </li>
      ))}
    </ul>
  );
}
