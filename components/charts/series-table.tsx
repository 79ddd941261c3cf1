import { useWriting } from '#writing';
import { DayText } from '@/components/ui/day-text';
import { MoneyText } from '@/components/ui/money-text';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import type { Day } from '@/lib/core/day';
import { monthOf } from '@/lib/core/month';

export type Column = { label: string; values: readonly (number | null)[] };

type Props = { caption: string; days: readonly Day[]; columns: readonly Column[]; currency: string };

/** The values behind a chart: day by day for a short one, the last day of each month for a long one. */
export function SeriesTable({ caption, days, columns, currency }: Props) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>Day</Th>
          {columns.map(({ label }) => (
            <Th key={label} numeric>
              {label}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tableRows(days).map((index) => {
          const day = days[index];
          return day === undefined ? null : (
            <Tr key={day}>
              <Td className="h-9">
                <FullDay day={day} />
              </Td>
              {columns.map(({ label, values }) => (
                <Td key={label} numeric className="h-9">
                  <Value amount={values[index] ?? null} currency={currency} />
                </Td>
              ))}
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}

/** With its year, which some forms have in front already. */
function FullDay({ day }: { day: Day }) {
  const { dates } = useWriting();
  return (
    <>
      <DayText value={day} form="bare" /> {dates !== 'iso' && day.slice(0, 4)}
    </>
  );
}

function Value({ amount, currency }: { amount: number | null; currency: string }) {
  return amount === null ? (
    <span className="text-ink-3">not known</span>
  ) : (
    <MoneyText value={{ amount, currency }} />
  );
}

/** Indexes of the rows to show, newest first. */
export function tableRows(days: readonly Day[]): number[] {
  const all = days.map((_, index) => index).toReversed();
  if (days.length <= 45) return all;
  return all.filter((index) => {
    const [day, next] = [days[index], days[index + 1]];
    return day !== undefined && (next === undefined || monthOf(next) !== monthOf(day));
  });
}
