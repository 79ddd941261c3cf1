/** Ids of ours are UUIDs; the brands keep one person's id from standing where another kind is asked for. */
export type UserId = string & { readonly __brand: 'UserId' };
export type ItemId = string & { readonly __brand: 'ItemId' };
export type AccountId = string & { readonly __brand: 'AccountId' };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a text that Postgres takes as a uuid, in the lower-case form we issue. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** A new connection's id, made before its row: its access token is sealed for that row (T8). */
export function newItemId(): ItemId {
  return crypto.randomUUID() as ItemId;
}

/** Reads an id that came from outside; throws `RangeError` on anything but a uuid of ours. */
export function itemId(text: string): ItemId {
  if (!isUuid(text)) throw new RangeError('That is not an id of ours.');
  return text as ItemId;
}
