import { cn } from './cn';

type Props = {
  name: string;
  /** A logo as a data URI or an https address; the initials stand in for a missing one. */
  logo?: string | null;
  className?: string;
};

/** A merchant's or bank's logo in a quiet disc, or its two letters. The name stands beside it, so it is not read. */
export function Initials({ name, logo, className }: Props) {
  const disc = cn(
    'inline-flex size-8 shrink-0 items-center justify-center overflow-hidden rounded-full bg-sunken ' +
      'text-12 font-medium text-ink-2 select-none',
    className,
  );
  if (logo && isShowable(logo)) {
    return <img src={logo} alt="" loading="lazy" className={cn(disc, 'bg-logo object-contain')} />;
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

/** Logos come from a bank or a merchant list; anything but a picture or https is not loaded (T10). */
function isShowable(logo: string): boolean {
  return /^data:image\/(png|jpeg|webp);base64,/.test(logo) || logo.startsWith('https://');
}
