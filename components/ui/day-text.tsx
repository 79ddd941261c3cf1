import { useWriting } from '#writing';
import type { Day } from '@/lib/core/day';
import { type DayFormat, formatDay, formatDayNear } from '@/lib/core/format-day';

type Props = {
  value: Day;
  /** The person's today; leaves out this year, and is needed for `near`. */
  today?: Day;
  form?: DayFormat['form'];
  /** Words such as "yesterday" and "in 3 days" within a week of `today`. */
  near?: boolean;
  className?: string;
};

/** A calendar day as people say it, or in the form they chose: "Fri 14 Mar". */
export function DayText({ value, today, form, near = false, className }: Props) {
  const writing = useWriting();
  const format = form === undefined ? {} : { form };
  const text =
    near && today !== undefined
      ? formatDayNear(value, today, writing, format)
      : formatDay(value, writing, today === undefined ? format : { ...format, today });
  return (
    <time dateTime={value} className={className ?? 'whitespace-nowrap'}>
      {text}
    </time>
  );
}
