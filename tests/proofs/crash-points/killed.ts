/** Moments that only a killed process leaves behind. */
import { Process, PROCEED } from '../../simulation/gate';
import type { Bank } from '../moment';
import { connect } from '../wire';

/** The process is gone before the so-many-th call of that path. */
export async function killedAt(
  { path, count = 1 }: { path: string; count?: number },
  copy: Bank,
  act: () => Promise<unknown>,
): Promise<void> {
  connect(copy);
  let calls = 0;
  const killed = new Process('killed', ({ kind, name }) => {
    if (kind === 'call' && name === path) calls += 1;
    return calls >= count ? { do: 'crash', when: 'before' } : PROCEED;
  });
  await killed.run(act);
}
