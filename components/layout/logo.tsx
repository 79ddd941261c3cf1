/** The name, after a level line: an even keel. */
export function Logo() {
  return (
    <span className="inline-flex items-center gap-2.5 text-16 font-semibold tracking-tight text-ink">
      <span aria-hidden className="h-[3px] w-4 rounded-full bg-accent" />
      Evenkeel
    </span>
  );
}
