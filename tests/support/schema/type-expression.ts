/** One written type, such as `Array<Holding> | null`, as JSON Schema. What is not known throws. */

export type Schema = { readonly [keyword: string]: unknown };

const PLAIN: Readonly<Record<string, Schema>> = {
  string: { type: 'string' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  null: { type: 'null' },
  object: { type: 'object' },
  any: {},
};

/** `reference` answers the schema of a declared name. */
export function schemaOfType(written: string, reference: (name: string) => Schema): Schema {
  const type = written.trim();
  const union = split(type, '|');
  if (union.length > 1) return { anyOf: union.map((part) => schemaOfType(part, reference)) };
  const intersection = split(type, '&');
  if (intersection.length > 1) return { allOf: intersection.map((part) => schemaOfType(part, reference)) };
  const items = /^Array<(.+)>$/.exec(type)?.[1] ?? /^(.+)\[\]$/.exec(type)?.[1];
  if (items !== undefined) return { type: 'array', items: schemaOfType(items, reference) };
  const set = /^Set<(.+)>$/.exec(type)?.[1];
  if (set !== undefined) {
    return { type: 'array', uniqueItems: true, items: schemaOfType(set, reference) };
  }
  const values = /^\{ \[key: string\]: (.+); \}$/.exec(type)?.[1];
  if (values !== undefined) {
    return { type: 'object', additionalProperties: schemaOfType(values, reference) };
  }
  const literal = /^["'](.*)["']$/.exec(type)?.[1];
  if (literal !== undefined) return { const: literal };
  const plain = Object.hasOwn(PLAIN, type) ? PLAIN[type] : undefined;
  if (plain) return plain;
  if (/^\w+$/.test(type)) return reference(type);
  throw new Error(`A type that is not known: ${written}`);
}

/** Parts between a sign, where it is not inside brackets. */
function split(type: string, sign: '|' | '&'): string[] {
  const parts = [''];
  let depth = 0;
  for (const char of type) {
    if ('<{(['.includes(char)) depth += 1;
    if ('>})]'.includes(char)) depth -= 1;
    if (char === sign && depth === 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${char}`);
  }
  return parts;
}
