type Props = {
  name: string;
  isOn: boolean;
  label: string;
  hint: string;
  action: (form: FormData) => Promise<void>;
};

/** Something that is on or off and takes effect at once; a plain form, so it works before any script has come. */
export function SwitchForm({ name, isOn, label, hint, action }: Props) {
  const id = `switch-${name}`;
  return (
    <form action={action} className="flex items-center justify-between gap-6">
      <input type="hidden" name={name} value={isOn ? 'off' : 'on'} />
      <span>
        <span id={id} className="block text-14">
          {label}
        </span>
        <span id={`${id}-hint`} className="block text-13 text-ink-3">
          {hint}
        </span>
      </span>
      <button
        type="submit"
        role="switch"
        aria-checked={isOn}
        aria-labelledby={id}
        aria-describedby={`${id}-hint`}
        className="group touch-target inline-flex shrink-0 items-center justify-center"
      >
        <span className="flex h-6 w-10 items-center rounded-full bg-line-strong p-0.5 group-aria-checked:bg-accent">
          <span className="size-5 rounded-full bg-paper transition-transform group-aria-checked:translate-x-4" />
        </span>
      </button>
    </form>
  );
}
