/** Checks what must hold in every committed state (S1–S15), from one state to the next. */
import type { Seen } from './observe';
import { Overlays } from './overlays';
import type { Upstream } from './upstream';
import type { UpstreamItem } from './upstream-item';

/** A state that must never be: the rule that it breaks, and how. */
export class Violation extends Error {
  override name = 'Violation';
  readonly rule: string;

  constructor(rule: string, what: string) {
    super(`${rule}: ${what}`);
    this.rule = rule;
  }
}

export type Commit = { process: string; isRun: boolean };

export class Invariants {
  readonly overlays = new Overlays();
  /** How often each rule was really put to the test. */
  readonly counts: Record<string, number> = {};
  private last = new Map<string, Seen>();
  private readonly holders = new Map<string, string>();
  /** Per Item, the length of the log that somebody was promised would be read. */
  private readonly promises = new Map<string, number>();
  /** When each tombstone was first seen, by the virtual clock. */
  private readonly removedAt = new Map<string, number>();
  private readonly now: () => number;
  private readonly upstream: Upstream;
  private readonly users: readonly string[];

  constructor(upstream: Upstream, users: readonly string[], now: () => number) {
    this.upstream = upstream;
    this.users = users;
    this.now = now;
  }

  /** A wish was acknowledged: what is there upstream now has to come (S9). */
  promise({ id, log }: UpstreamItem): void {
    this.promises.set(id, log.length);
    this.count('S9 promised');
  }

  seenOf(item: UpstreamItem): Seen | undefined {
    return this.last.get(item.id);
  }

  /** Throws a `Violation`, or takes the state as the one that the next is compared with. */
  check(seen: readonly Seen[], { process, isRun }: Commit): void {
    for (const state of seen) {
      const item = this.upstream.items.find(({ id }) => id === state.plaidItemId);
      if (!item) throw new Violation('S1', `nobody upstream knows the Item ${state.plaidItemId}`);
      const before = this.last.get(item.id);
      this.checkOwner(item, state);
      this.checkEvidence(item, before, state);
      this.checkFence(item, before, state, { process, isRun });
      this.checkRows(item, before, state);
      this.checkOverlays(item, before, state);
      this.checkPromise(item, state);
      if (!item.movementStates.has(state.movements)) {
        throw new Violation(
          'S1',
          `the investment movements of ${item.id} are none of the lists that ever were`,
        );
      }
    }
    this.checkRemoved(seen);
    this.last = new Map(seen.map((state) => [state.plaidItemId, state]));
  }

  private checkOwner(item: UpstreamItem, state: Seen): void {
    this.count('S15');
    if (this.users[item.person] !== state.userId)
      throw new Violation('S15', `${item.id} belongs to somebody else`);
  }

  private checkEvidence(item: UpstreamItem, before: Seen | undefined, { state, stateAt }: Seen): void {
    if (!before || before.state === state) return;
    this.count('S12');
    if (stateAt < before.stateAt) throw new Violation('S12', `older word of ${item.id} made it ${state}`);
  }

  private checkFence(
    item: UpstreamItem,
    before: Seen | undefined,
    state: Seen,
    { process, isRun }: Commit,
  ): void {
    if (!before) return;
    if (state.fence < before.fence) throw new Violation('S3', `the fence of ${item.id} fell`);
    if (state.fence > before.fence) this.holders.set(item.id, process);
    const engine = ({ cursor, epoch, pages, rows, movements }: Seen) =>
      [cursor, epoch, pages, rows, movements].join();
    if (!isRun || engine(before) === engine(state)) return;
    this.count('S3');
    const holder = this.holders.get(item.id);
    if (holder !== process)
      throw new Violation('S3', `${process} wrote to ${item.id}, which ${holder} holds`);
  }

  private checkRows(item: UpstreamItem, before: Seen | undefined, state: Seen): void {
    const reach = item.reachOf(state.cursor);
    if (reach === null) throw new Violation('S1', `the cursor of ${item.id} is from the middle of an update`);
    if (state.rows !== item.digestAt(reach)) {
      throw new Violation('S1', `the rows of ${item.id} are not what upstream had after ${reach} events`);
    }
    if (!before || before.cursor === state.cursor) return;
    this.count('S1');
    const reached = item.reachOf(before.cursor) ?? 0;
    if (reach < reached) throw new Violation('S2', `${item.id} went back from ${reached} to ${reach} events`);
    this.overlays.moved(item, reached, reach, this.now());
    if (state.epoch > 1) this.count('S2 rebuilt');
  }

  private checkOverlays(item: UpstreamItem, before: Seen | undefined, state: Seen): void {
    if (state.overlays.length > 0) this.count('S5');
    const reach = item.reachOf(state.cursor) ?? 0;
    const wrong = this.overlays.check(item, reach, state.overlays);
    if (wrong) throw new Violation('S5', wrong);
    const [now, live] = [new Set(state.tombstones), item.rowsAt(reach)];
    const wasPurged = before?.tombstones.find((id) => !now.has(id) && !live.has(id) && this.isYoung(id));
    if (wasPurged) throw new Violation('S6', `${wasPurged} was removed and is not kept for 30 days`);
    if (now.size > 0) this.count('S6');
    for (const id of now) if (!this.removedAt.has(id)) this.removedAt.set(id, this.now());
  }

  private checkPromise(item: UpstreamItem, state: Seen): void {
    const promised = this.promises.get(item.id) ?? 0;
    const isQuiet = state.want === state.done && state.unhandled === 0 && !state.isRebuilding;
    if (!isQuiet || !['healthy', 'repair-soon'].includes(state.state) || state.transactions !== 'ready')
      return;
    this.count('S9');
    const reach = item.reachOf(state.cursor) ?? 0;
    if (reach < promised) {
      throw new Violation('S9', `${item.id} rests after ${reach} events, and ${promised} were promised`);
    }
  }

  /** S16: Plaid's limits of calls a minute, as Plaid counts them. */
  checkBudget(): void {
    this.count('S16');
    const [overrun] = this.upstream.overruns;
    if (overrun) throw new Violation('S16', overrun);
  }

  private checkRemoved(seen: readonly Seen[]): void {
    const there = new Set(seen.map(({ plaidItemId }) => plaidItemId));
    for (const id of this.last.keys()) {
      const item = this.upstream.items.find((of) => of.id === id);
      if (there.has(id) || !item) continue;
      this.count('S11');
      const isOver = item.isRemoved || item.error?.code === 'USER_PERMISSION_REVOKED';
      if (!isOver) throw new Violation('S11', `${id} was let go before Plaid had ended it`);
    }
  }

  private isYoung(id: string): boolean {
    return this.now() - (this.removedAt.get(id) ?? 0) < 28 * 86_400_000;
  }

  count(rule: string): void {
    this.counts[rule] = (this.counts[rule] ?? 0) + 1;
  }
}
