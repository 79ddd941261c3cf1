/**
 * What a text must look like, which types do not say: it follows from a field's name and comment. Plaid's
 * API description names the same formats for the same fields.
 */
import type { Property } from './declarations';
import type { Schema } from './type-expression';

const DAY_IN_TEXT = /yyyy-mm-dd(?!T)/i;
const INSTANT_IN_TEXT = /T\d\d:\d\d|DTHH|ISO ?8601\S* (?:formatted )?timestamp|date and time/;
const INSTANT_IN_NAME = /(?:^|_)(?:datetime|timestamp|at|time|expiration)$|(?:^|_)last_.*update/;
const DAY_IN_NAME = /(?:^|_)dates?(?:_|$)(?!id)|_as_of$/;
const WEB_IN_NAME = /(?:^|_)(?:url|uri|webhook)$/;

/** Keywords to add to the schema of a text; none where every text will do. */
export function formatOf({ name, text }: Pick<Property, 'name' | 'text'>): Schema {
  if (WEB_IN_NAME.test(name)) return { format: 'uri', pattern: '^https?://' };
  if (DAY_IN_TEXT.test(text) && !/T\d\d:/.test(text)) return { format: 'date' };
  if (INSTANT_IN_NAME.test(name) || INSTANT_IN_TEXT.test(text)) return { format: 'date-time' };
  return DAY_IN_NAME.test(name) ? { format: 'date' } : {};
}
