/** When to strike: at any moment of a run, and now and then at any moment at all. Learns how long the runs take. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Seeded } from '@/emulator/generate/seeded';

/** Of all blows, those that do not care whether anything goes on. */
const BLIND = 0.2;
const PATIENCE_MS = 5_000;

export class Aim {
  private readonly random: Seeded;
  private longest = 500;
  private isBlind = false;

  constructor(random: Seeded) {
    this.random = random;
  }

  /** Waits for the beginning of a run, lets something happen, and returns within the time that runs have taken. */
  async wait(isAtWork: () => Promise<boolean>, meanwhile: () => Promise<void>): Promise<void> {
    const since = performance.now();
    this.isBlind = this.random.chance(BLIND);
    const share = this.random.fraction();
    while (!this.isBlind && !(await isAtWork()) && performance.now() - since < PATIENCE_MS) await sleep(20);
    await meanwhile();
    await sleep(share * (this.isBlind ? 2_000 : this.longest));
  }

  /** Four blows of five land in mid-run when the reach grows by a step of one and shrinks by four of them. */
  learn(wasInMidRun: boolean): void {
    if (!this.isBlind) this.longest *= wasInMidRun ? 1.05 : 0.82;
  }
}
