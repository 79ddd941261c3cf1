'use client';

import './globals.css';

/** The last resort, when even the frame failed: it stands on its own. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body className="min-h-dvh font-sans">
        <title>Evenkeel did not load</title>
        <main className="mx-auto max-w-xl px-4 pt-[16vh]">
          <h1 className="text-28 font-semibold">Evenkeel did not load</h1>
          <p className="mt-2 text-16 text-ink-2">
            Something went wrong on our side. Your accounts and history are safe.
          </p>
          <button
            type="button"
            onClick={reset}
            className="mt-6 h-11 rounded-lg bg-accent px-5 text-16 font-medium text-on-accent"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
