/** Reads named texts out of a body that may hold anything; what is missing or of another kind is empty. */
export function fieldsOf(body: unknown) {
  const record: Record<string, unknown> =
    typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};
  return {
    text: (name: string): string => {
      const value = record[name];
      return typeof value === 'string' ? value : '';
    },
    texts: (name: string): string[] => {
      const value = record[name];
      return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
    },
  };
}
