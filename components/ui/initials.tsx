import { cn } from './cn';

type Props = {
  name: string;
  /** A logo as base 64 of a PNG, a data URI or an https address; the initials stand in for a missing one. */
  logo?: string | null;
  className?: string;
};

/** A merchant's or bank's logo in a quiet disc, or its two letters. The name stands beside it, so it is not read. */
export function Initials({ name, logo, className }: Props) {
  const disc = cn(
    'inline-flex size-[min(2rem,var(--spacing-row)_-_0.5rem)] shrink-0 items-center justify-center overflow-hidden rounded-full bg-sunken ' +
      'text-12 font-medium text-ink-2 select-none',
    className,
  );
  const picture = logo ? pictureOf(logo) : null;
  if (picture) {
    return <img src={picture} alt="" loading="lazy" className={cn(disc, 'bg-logo object-contain')} />;
  }
  return (
    <span aria-hidden className={disc}>
      {initialsOf(name)}
    </span>
  );
}

/** "Whole Foods" is WF, "CVS" is CV, "7-Eleven" is 7E. */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first = '', second] = words;
  const letters = second === undefined ? Array.from(first).slice(0, 2) : [first, second].map(firstLetter);
  return letters.join('').toLocaleUpperCase('en-US');
}

function firstLetter(word: string): string {
  return Array.from(word)[0] ?? '';
}

/**
 * Where a logo is loaded from. Logos come from a bank, as bare base 64, or from a merchant list; anything but a
 * picture or https is not loaded (T10).
 */
export function pictureOf(logo: string): string | null {
  if (/^data:image\/(png|jpeg|webp);base64,/.test(logo) || logo.startsWith('https://')) return logo;
  return logo.startsWith(PNG_IN_BASE64) ? `data:image/png;base64,${logo}` : null;
}

const PNG_IN_BASE64 = 'iVBORw0KGgo';
