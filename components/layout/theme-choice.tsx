'use client';

import { useTheme } from 'next-themes';
import { useSyncExternalStore } from 'react';
import { cn } from '@/components/ui/cn';

const CHOICES = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'system', label: 'Auto' },
];

const never = () => () => {};

/** Light, dark, or as the device has it. */
export function ThemeChoice() {
  const { theme, setTheme } = useTheme();
  // The server cannot know the stored choice, so nothing is marked until the browser has spoken.
  const isBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <fieldset className="flex gap-0.5 rounded-lg bg-sunken p-0.5">
      <legend className="sr-only">Theme</legend>
      {CHOICES.map(({ value, label }) => {
        const isChosen = isBrowser && theme === value;
        return (
          <button
            key={value}
            type="button"
            aria-pressed={isChosen}
            onClick={() => setTheme(value)}
            className={cn(
              'touch-target h-7 flex-1 rounded-md px-2 text-13 text-ink-2 hover:text-ink',
              isChosen && 'bg-thumb font-medium text-ink shadow-raised',
            )}
          >
            {label}
          </button>
        );
      })}
    </fieldset>
  );
}
