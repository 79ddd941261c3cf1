/** What a simulation came to, as one object and as a table. */
import type { Played } from './play';

export class Report {
  private readonly since = performance.now();
  private seeds = 0;
  private steps = 0;
  private allSteps = 0;
  private commits = 0;
  private violations = 0;
  private readonly faults: Record<string, number> = {};
  private readonly checks: Record<string, number> = {};
  private readonly webhook: number[] = [];
  private readonly cron: number[] = [];

  add(played: Played): void {
    this.seeds += 1;
    this.steps += played.steps;
    this.allSteps += played.allSteps;
    this.commits += played.commits;
    if (played.violation !== null) this.violations += 1;
    sumInto(this.faults, played.faults);
    sumInto(this.checks, played.checks);
    this.webhook.push(...played.convergence.webhook);
    this.cron.push(...played.convergence.cron);
  }

  get count(): number {
    return this.seeds;
  }

  figures(commit: string) {
    const seconds = (performance.now() - this.since) / 1000;
    return {
      commit,
      seeds: this.seeds,
      steps: this.steps,
      stepsWithBeginningAndEnd: this.allSteps,
      commitsChecked: this.commits,
      violations: this.violations,
      seconds: Math.round(seconds),
      stepsPerSecond: Math.round(this.allSteps / seconds),
      convergedAfterWebhookMs: quantiles(this.webhook),
      convergedAfterCronMs: quantiles(this.cron),
      faults: sorted(this.faults),
      checks: sorted(this.checks),
    };
  }
}

export type Figures = ReturnType<Report['figures']>;

export function print(figures: Figures): void {
  const { faults, checks, convergedAfterWebhookMs, convergedAfterCronMs, ...rest } = figures;
  console.table({ ...rest, steps: `${figures.seeds} seeds, ${figures.steps} steps under faults` });
  console.table({
    'after a webhook, virtual ms': convergedAfterWebhookMs,
    'by one call of the schedule': convergedAfterCronMs,
  });
  console.log('How often each thing happened');
  console.table(faults);
  console.log('How often each rule was put to the test');
  console.table(checks);
}

function quantiles(values: number[]) {
  const inOrder = values.toSorted((a, b) => a - b);
  const at = (part: number) =>
    inOrder[Math.min(inOrder.length - 1, Math.floor(inOrder.length * part))] ?? null;
  return { count: inOrder.length, p50: at(0.5), p99: at(0.99), max: inOrder.at(-1) ?? null };
}

function sumInto(sums: Record<string, number>, counts: Record<string, number>): void {
  for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count;
}

function sorted(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).toSorted(([a], [b]) => a.localeCompare(b)));
}
