/** So many go on beside each other: while one waits for the database, others work. */
const AT_ONCE = 24;

export async function inLanes<T, R>(
  all: readonly T[],
  work: (one: T, nth: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async () => {
    while (next < all.length) {
      const nth = next++;
      const one = all[nth];
      if (one !== undefined) results[nth] = await work(one, nth);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return results;
}
