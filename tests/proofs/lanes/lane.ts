/**
 * What R7 and R8 have in common. A bank goes on while its Item is synced; a blow falls in the midst of it; what
 * it leaves must be one whole state of the bank, and what follows must bring the newest one within a minute.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Seeded } from '@/emulator/generate/seeded';
import type { StandAlone } from '../../support/stand-alone';
import { BankInMotion } from '../bank-in-motion';
import { sinceStart } from '../outcome';
import { Aim } from './aim';
import { endLease, type Job, jobOf } from './job';
import type { LaneOutcome, Share } from './run-lanes';

const LIMIT_SECONDS = 60;
const GIVE_UP_SECONDS = 120;
const ROUNDS_OF_AN_ITEM = 5;
/** So many blows are followed by the next one before anything has recovered. */
const TWICE = 0.15;
/** Between two looks at the queue, which must not take the time of what it waits for. */
const LOOK_MS = 100;

export type Blow = {
  /** Strikes, and says whether it is of those that are counted. The database can be asked when it returns. */
  strike(round: number): Promise<'counted' | 'besides'>;
  /** Starts again what does not come back by itself; returns when it is there. */
  goOn(): Promise<void>;
  /** How long a lease is left to whoever holds it, when that one may still live. */
  graceMs: number;
};

export class Lane {
  private readonly share: Share;
  private readonly bank: StandAlone;
  private readonly blow: Blow;
  private readonly random: Seeded;
  private readonly aims: { first: Aim; later: Aim };
  private readonly outcome: LaneOutcome;
  private round = 0;

  constructor(share: Share, of: { bank: StandAlone; blow: Blow; random: Seeded }) {
    this.share = share;
    this.bank = of.bank;
    this.blow = of.blow;
    this.random = of.random;
    this.aims = { first: new Aim(of.random), later: new Aim(of.random) };
    const none = { reached: 0, besides: 0, midRun: 0, twice: 0, waited: 0 };
    this.outcome = { ...none, recoveries: [], violations: [] };
  }

  async run(): Promise<LaneOutcome> {
    while (!this.isDone()) await this.liveWith(await this.openItem());
    return this.outcome;
  }

  private isDone(): boolean {
    return this.outcome.reached >= this.share.count || Date.now() >= this.share.until;
  }

  private openItem(): Promise<BankInMotion> {
    return BankInMotion.open(this.bank, this.random);
  }

  /** Now and then there is another bank, with all of its three pages to be read. */
  private async liveWith(item: BankInMotion): Promise<void> {
    for (let rounds = 1; rounds <= ROUNDS_OF_AN_ITEM; rounds++) {
      this.round += 1;
      const { held, since } = await this.strike(item, rounds === 1 ? this.aims.first : this.aims.later);
      const isLast = rounds === ROUNDS_OF_AN_ITEM || this.isDone();
      await this.recover(item, { held, since, isLast });
      if (rounds === 1) await item.edit();
      if (this.round % 50 === 0) this.tellProgress();
      if (isLast) break;
    }
    await item.close();
  }

  private async strike(item: BankInMotion, aim: Aim): Promise<{ held: Job; since: number }> {
    const goesOn = this.random.chance(0.3);
    await item.change();
    const isAtWork = async () => (await jobOf(item.itemId)).leaseLeft > 0;
    await aim.wait(isAtWork, async () => (goesOn ? item.change() : undefined));
    this.outcome[(await this.blow.strike(this.round)) === 'counted' ? 'reached' : 'besides'] += 1;
    const since = performance.now();
    const held = await jobOf(item.itemId);
    aim.learn(held.leaseLeft > 0);
    if (held.leaseLeft > 0) this.outcome.midRun += 1;
    this.blame(await item.badState(), 'after the blow');
    return { held, since };
  }

  /**
   * A lease that was held is waited for in a few rounds; in the others it is moved, and what was left of it
   * counts as if it had been waited for. Some runs are struck again before they have made it good.
   */
  private async recover(
    item: BankInMotion,
    { held, since, isLast }: { held: Job; since: number; isLast: boolean },
  ): Promise<void> {
    await this.blow.goOn();
    const { count, waits } = this.share;
    const isReal = held.leaseLeft > 0 && this.outcome.waited * count < waits * this.outcome.reached;
    const moved = isReal || held.leaseLeft === 0 ? 0 : await this.freeLease(item, held);
    if (isReal) this.outcome.waited += 1;
    if (!isReal && !isLast && this.random.chance(TWICE)) {
      this.outcome.twice += 1;
      return;
    }
    const seconds = (await untilServed(item, since)) + moved;
    this.outcome.recoveries.push(seconds);
    if (seconds > LIMIT_SECONDS) this.blame([`it took ${seconds.toFixed(1)} s`], 'recovering');
    this.blame(await item.unfinished(), 'after the recovery');
  }

  /** Answers how many seconds of it were left: none when its holder gave it back or went on. */
  private async freeLease(item: BankInMotion, held: Job): Promise<number> {
    const since = performance.now();
    for (;;) {
      const { lease, leaseLeft } = await jobOf(item.itemId);
      if (lease !== held.lease) return 0;
      if (performance.now() - since >= this.blow.graceMs)
        return (await endLease(item.itemId, held)) ? leaseLeft : 0;
      await sleep(LOOK_MS);
    }
  }

  private blame(wrong: readonly string[], when: string): void {
    const told = wrong.map((what) => `seed ${this.share.seed}, round ${this.round}, ${when}: ${what}`);
    for (const line of told) console.log(`  ${line}`);
    this.outcome.violations.push(...told);
  }

  private tellProgress(): void {
    const { reached, violations } = this.outcome;
    console.log(`  seed ${this.share.seed}: ${reached}, ${violations.length} violations, ${sinceStart()} s`);
  }
}

async function untilServed(item: BankInMotion, since: number): Promise<number> {
  for (;;) {
    const seconds = (performance.now() - since) / 1000;
    if (seconds > GIVE_UP_SECONDS || (await jobOf(item.itemId)).isServed) return seconds;
    await sleep(LOOK_MS);
  }
}
