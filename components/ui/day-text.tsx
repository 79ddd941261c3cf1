import type { Day } from '@/lib/core/day';
import { type DayFormat, formatDay, formatDayNear } from '@/lib/core/format-day';

type Props = {
  value: Day;
  /** The person's today; leaves out this year, and is needed for `near`. */
  today?: Day;
  form?: DayFormat['form'];
  /** Words such as "yesterday" and "in 3 days" within a week of `today`. */
  near?: boolean;
  locale?: string;
  className?: string;
};

/** A calendar day as people say it: "Fri 14 Mar". */
export function DayText({ value, today, form, near = false, locale, className }: Props) {
  const format = {
    ...(form === undefined ? {} : { form }),
    ...(locale === undefined ? {} : { locale }),
  };
  const text =
    near && today !== undefined
      ? formatDayNear(value, today, format)
      : formatDay(value, today === undefined ? format : { ...format, today });
  return (
    <time dateTime={value} className={className ?? 'whitespace-nowrap'}>
      {text}
    </time>
  );
}
