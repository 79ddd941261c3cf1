/** The server ends transactions that stand still for a minute (`db/client`). */
const LONG_MS = 30_000;

/** Does work anew during which the whole process stood still, as when a machine sleeps: that proves nothing. */
export async function withoutStandstill<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    let last = Date.now();
    let longest = 0;
    const look = () => {
      longest = Math.max(longest, Date.now() - last);
      last = Date.now();
    };
    const timer = setInterval(look, 1000);
    try {
      const result = await work();
      look();
      if (longest < LONG_MS) return result;
    } catch (error) {
      look();
      if (longest < LONG_MS) throw error;
    } finally {
      clearInterval(timer);
    }
  }
}
