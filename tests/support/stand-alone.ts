import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Configuration, PlaidApi } from 'plaid';

export type StandAlone = {
  readonly url: string;
  readonly plaid: PlaidApi;
  /** Every line that it printed. */
  readonly lines: readonly string[];
  /** One of its levers. */
  steer(path: string, body?: object): Promise<unknown>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** The same where nobody can wait, as when this process ends. */
  end(): void;
};

/** The emulator as a program of its own, started as `npm run emulator` starts it. */
export async function standAlone(...options: readonly string[]): Promise<StandAlone> {
  const args = ['scripts/emulator.mjs', ...options];
  const env = { ...process.env, DATABASE_URL: '', PLAID_ENV: '', PLAID_SECRET: '' };
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env });
  const lines: string[] = [];
  const url = await addressOf(child, lines);
  const headers = { 'PLAID-CLIENT-ID': 'emulator', 'PLAID-SECRET': 'emulator' };
  return {
    url,
    plaid: new PlaidApi(new Configuration({ basePath: url, baseOptions: { headers } })),
    lines,
    async steer(path, body = {}) {
      const response = await fetch(`${url}/_emulator${path}`, { method: 'POST', body: JSON.stringify(body) });
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
      return response.json();
    },
    async kill() {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
    end() {
      child.kill('SIGKILL');
    },
  };
}

function addressOf(child: ChildProcess, lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`It ended with ${code}: ${lines.join('\n')}`)));
    if (!child.stdout) return;
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      const url = /listens at (http:\S+)/.exec(line)?.[1];
      if (url) resolve(url);
    });
  });
}
