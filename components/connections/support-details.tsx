'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';

/** Codes and ids for whoever helps, out of the way of everyone else. They hold nothing secret. */
export function SupportDetails({ text }: { text: string }) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready');
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return (
    <details>
      <summary className="touch-target inline-flex list-none items-center text-12 text-ink-3 hover:text-accent hover:underline">
        Details for support
      </summary>
      {/* Long ids break rather than make the page scroll sideways. */}
      <pre className="mt-1 rounded-lg bg-sunken p-3 text-12 whitespace-pre-wrap text-ink-2 wrap-anywhere">
        {text}
      </pre>
      <p className="mt-2 flex items-center gap-3">
        <Button size="sm" onClick={copy}>
          Copy
        </Button>
        <span role="status" className="text-12 text-ink-3">
          {state === 'copied' && 'Copied.'}
          {state === 'refused' && 'The browser did not allow it; select the text instead.'}
        </span>
      </p>
    </details>
  );
}
