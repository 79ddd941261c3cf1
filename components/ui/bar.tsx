import { cn } from './cn';

const TONES = { accent: 'bg-accent', attention: 'bg-attention', danger: 'bg-danger', quiet: 'bg-ink-3' };

type Props = {
  /** Share of the track that is filled, 0 to 1; more is drawn full. */
  ratio: number;
  /** What it says in words: "512.38 of 640 spent". */
  label: string;
  /** Where the limit or the usual pace stands, 0 to 1. */
  tick?: number;
  /** Share that is planned still to come, drawn hatched behind the filled part. */
  planned?: number;
  tone?: keyof typeof TONES;
  className?: string;
};

/** A thin bar from zero, with a tick for the limit or the pace. */
export function Bar({ ratio, label, tick, planned, tone = 'accent', className }: Props) {
  return (
    <div role="img" aria-label={label} className={cn('relative h-1.5 rounded-full bg-sunken', className)}>
      {planned !== undefined && (
        <div className="hatched absolute inset-y-0 left-0 rounded-full text-accent" style={width(planned)} />
      )}
      {ratio > 0 && (
        <div
          className={cn('absolute inset-y-0 left-0 min-w-1 rounded-full', TONES[tone])}
          style={width(ratio)}
        />
      )}
      {tick !== undefined && (
        <div
          className="absolute -inset-y-1 w-0.5 -translate-x-1/2 rounded-full bg-ink-3"
          style={{ left: percent(tick) }}
        />
      )}
    </div>
  );
}

function width(ratio: number) {
  return { width: percent(ratio) };
}

function percent(ratio: number): string {
  return `${Math.round(Math.min(1, Math.max(0, ratio)) * 10_000) / 100}%`;
}
