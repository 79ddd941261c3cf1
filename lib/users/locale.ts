/** Whose habits of writing does a browser follow, going by the languages it asks for? */

/** The first tag of an `Accept-Language` header that this machine can write numbers by; null where there is none. */
export function localeFrom(header: string | null): string | null {
  const tags = (header ?? '').split(',').map((part) => part.split(';')[0]?.trim() ?? '');
  return tags.find(isWritable) ?? null;
}

function isWritable(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    // Not a tag at all: "*", or an invention.
    return false;
  }
}
