/** A place in the list, newest first, as text for an address: the row that a page begins after. */
import { addDays, type Day, isDay } from '@/lib/core/day';
import { isUuid } from '@/lib/core/id';

export type Place = { day: Day; id: string };

export function placeText({ day, id }: Place): string {
  return `${day}_${id}`;
}

/** A page that begins after it has the rows of that day on top, and older ones below. */
export function aboveDay(day: Day): Place {
  return { day: addDays(day, 1), id: '00000000-0000-0000-0000-000000000000' };
}

/** Null for anything that is not such a text: the list then begins at its newest row. */
export function readPlace(text: unknown): Place | null {
  if (typeof text !== 'string') return null;
  const [day = '', id = '', more] = text.split('_');
  return more === undefined && isDay(day) && isUuid(id) ? { day, id } : null;
}
