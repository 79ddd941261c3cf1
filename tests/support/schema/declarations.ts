/**
 * The declarations of a package, read from its `.d.ts`: interfaces, enums and type aliases, with what the
 * comments say. A form that is not known throws, so that nothing is let through unread.
 */

export type Property = {
  readonly name: string;
  /** As it is written: `Array<Holding> | null`. */
  readonly type: string;
  readonly isOptional: boolean;
  /** The comment above it as one line, without its tags. */
  readonly text: string;
};

export type Declaration =
  | {
      readonly kind: 'interface';
      readonly bases: readonly string[];
      readonly properties: readonly Property[];
    }
  | { readonly kind: 'enum'; readonly values: readonly (string | number)[] }
  | { readonly kind: 'alias'; readonly type: string };

const HEAD = /^export (?:declare )?(interface|enum|type) (\w+)(?: extends ([\w, ]+))?(?: \{| = (.+);)$/;

/** Every exported interface, enum and alias of a declaration file, by its name. */
export function readDeclarations(source: string): ReadonlyMap<string, Declaration> {
  const found = new Map<string, Declaration>();
  const lines = source.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const head = HEAD.exec(lines[at] ?? '');
    if (!head) continue;
    const [, kind, name = '', bases = '', alias] = head;
    const end = alias === undefined ? lines.indexOf('}', at) : at;
    const body = lines.slice(at + 1, end);
    found.set(name, declarationOf(kind, alias, bases, body));
    at = end;
  }
  return found;
}

function declarationOf(
  kind: string | undefined,
  alias: string | undefined,
  bases: string,
  body: readonly string[],
): Declaration {
  if (alias !== undefined) return { kind: 'alias', type: alias };
  if (kind === 'enum') return { kind: 'enum', values: body.flatMap(valueOf) };
  return { kind: 'interface', bases: bases.split(', ').filter(Boolean), properties: propertiesOf(body) };
}

function valueOf(line: string): (string | number)[] {
  if (isComment(line)) return [];
  const value = /^ {4}\w+ = (.+?),?$/.exec(line)?.[1];
  if (value === undefined) throw new Error(`A member of an enum that is not known: ${line}`);
  const parsed: unknown = JSON.parse(value);
  if (typeof parsed === 'string' || typeof parsed === 'number') return [parsed];
  throw new Error(`A value of an enum that is not known: ${line}`);
}

/** A property may stretch over lines, as `{ [key: string]: object; } | null` does. */
function propertiesOf(body: readonly string[]): Property[] {
  const properties: Property[] = [];
  let comment: string[] = [];
  let open = '';
  for (const line of body) {
    if (isComment(line)) {
      comment.push(line);
      continue;
    }
    open = `${open} ${line.trim()}`.trim();
    if (!line.startsWith('    ') || !/^ {4}\S.*;$/.test(line)) continue;
    const property = /^'?([\w-]+)'?(\??): (.+);$/.exec(open);
    // An index signature lets nothing more in: a field that is not named is not published.
    if (property) properties.push(propertyOf(property, comment));
    else if (!open.startsWith('[')) throw new Error(`A property that is not known: ${open}`);
    open = '';
    comment = [];
  }
  if (open !== '') throw new Error(`A property without an end: ${open}`);
  return properties;
}

function propertyOf([, name = '', mark, type = '']: readonly string[], comment: readonly string[]): Property {
  return { name, type, isOptional: mark === '?', text: textOf(comment) };
}

function isComment(line: string): boolean {
  return /^ *(\/\*\*|\*|\*\/)/.test(line);
}

function textOf(comment: readonly string[]): string {
  const lines = comment.map((line) => line.replace(/^ *(\/\*\*|\*\/|\*) ?/, '').trim());
  return lines.filter((line) => line !== '' && !line.startsWith('@')).join(' ');
}
