/** What a transaction did, in a few words: its first write, or what it read. */
export function deedOf(statements: readonly string[]): string {
  const own = statements.filter((text) => !text.startsWith('select set_config('));
  const writes = own.map(known).filter((word) => !word.startsWith('select'));
  return writes[0] ?? (own[0] === undefined ? 'nothing' : known(own[0]));
}

const words = new Map<string, string>();

function known(text: string): string {
  const word = words.get(text) ?? wordOf(text);
  words.set(text, word);
  return word;
}

function wordOf(text: string): string {
  const [, write, written] = /(insert into|delete from|\bupdate)\s+"?(\w+)/i.exec(text) ?? [];
  if (write && written) return `${write} ${written}`;
  return `select ${/\bfrom\s+"?(\w+)/i.exec(text)?.[1] ?? ''}`;
}
