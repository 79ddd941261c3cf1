/** pgbouncer in transaction mode before a server: every transaction may meet another session. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort, isAnswering } from '../../scripts/port.mjs';
import { findPlace } from '../../scripts/postgres-place.mjs';

export class Pooler {
  /** The server's address, through the pooler. */
  readonly url: string;
  private readonly port: number;
  private readonly settings: string;
  private child: ChildProcess | null = null;

  private constructor(url: string, port: number, settings: string) {
    this.url = url;
    this.port = port;
    this.settings = settings;
  }

  /** Running in front of the server at `url`; it ends with this process. */
  static async open(url: string): Promise<Pooler> {
    const port = await findFreePort();
    const folder = mkdtempSync(join(tmpdir(), 'evenkeel-pooler-'));
    const pooled = new URL(url);
    pooled.port = String(port);
    const pooler = new Pooler(pooled.href, port, writeSettings(folder, new URL(url), port));
    process.on('exit', () => {
      pooler.child?.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    });
    await pooler.start();
    return pooler;
  }

  async restart(): Promise<void> {
    if (this.child) {
      const exit = once(this.child, 'exit');
      this.child.kill('SIGKILL');
      await exit;
    }
    await this.start();
  }

  private async start(): Promise<void> {
    this.child = spawn(findProgram(), ['-q', this.settings], {
      stdio: ['ignore', 'ignore', 'inherit'],
      ...owner(),
    });
    while (!(await isAnswering(this.port))) {
      if (this.child.exitCode !== null) throw new Error('pgbouncer did not start.');
      await sleep(20);
    }
  }
}

/** It refuses to run as root, as PostgreSQL does. */
function owner(): { uid?: number; gid?: number } {
  return findPlace().user ?? {};
}

function writeSettings(folder: string, { hostname, port, username, password }: URL, ownPort: number): string {
  const users = join(folder, 'users');
  const settings = join(folder, 'settings');
  writeFileSync(users, `"${decodeURIComponent(username)}" "${decodeURIComponent(password)}"\n`);
  const lines = [
    '[databases]',
    `* = host=${hostname} port=${port || 5432}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${ownPort}`,
    'unix_socket_dir =',
    password === '' ? 'auth_type = trust' : 'auth_type = plain',
    `auth_file = ${users}`,
    'pool_mode = transaction',
    'max_client_conn = 1000',
    'default_pool_size = 6',
    // A test file has a database of its own; the server has a hundred connections for all of them.
    'server_idle_timeout = 2',
    'server_login_retry = 0.2',
  ];
  writeFileSync(settings, lines.join('\n'));
  const { uid, gid } = owner();
  for (const [path, mode] of [
    [folder, 0o700],
    [users, 0o600],
    [settings, 0o600],
  ] as const) {
    chmodSync(path, mode);
    if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
  }
  return settings;
}

function findProgram(): string {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin'];
  const found = folders.map((folder) => join(folder, 'pgbouncer')).find((path) => existsSync(path));
  if (found) return found;
  console.error(
    'This proof needs pgbouncer: apt-get install pgbouncer (Debian), brew install pgbouncer (macOS).',
  );
  process.exit(1);
}
