import { afterEach, beforeEach, vi } from 'vitest';

const allowed: RegExp[] = [];

/** For the rest of this test, `console.error` and `console.warn` may print what matches. */
export function expectConsole(pattern: RegExp): void {
  allowed.push(pattern);
}

// A test that passes while the code complains hides a fault, so any unexpected complaint fails it.
beforeEach(() => {
  allowed.length = 0;
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

afterEach(() => {
  const printed = [console.error, console.warn].flatMap((method) => vi.mocked(method).mock.calls);
  vi.restoreAllMocks();
  const unexpected = printed
    .map((parts) => parts.map(String).join(' '))
    .find((line) => !allowed.some((pattern) => pattern.test(line)));
  if (unexpected !== undefined) throw new Error(`The console was not silent: ${unexpected}`);
});
