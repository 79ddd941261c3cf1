/** A PostgreSQL that may be stopped as a power cut would, and comes back at the same address; fsync stays on. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createCluster } from '../../scripts/postgres-cluster.mjs';
import { findPlace } from '../../scripts/postgres-place.mjs';
import { readServer } from '../../scripts/postgres-process.mjs';
import { findFreePort } from '../../scripts/port.mjs';

export class StoppableServer {
  readonly url: string;
  private readonly home: string;
  private readonly port: number;
  private child: ChildProcess | null = null;

  private constructor(home: string, port: number) {
    this.home = home;
    this.port = port;
    const password = readFileSync(join(home, 'password'), 'utf8').trim();
    this.url = `postgres://evenkeel:${password}@127.0.0.1:${port}/postgres`;
  }

  /** A new server, running; it is removed when this process ends. */
  static async open(): Promise<StoppableServer> {
    const place = findPlace();
    const home = join(place.homes, `proof-${process.pid}`);
    createCluster(home, place);
    const server = new StoppableServer(home, await findFreePort());
    process.on('exit', () => {
      server.child?.kill('SIGKILL');
      rmSync(home, { recursive: true, force: true });
    });
    await server.start();
    return server;
  }

  /** Runs recovery where it is needed, and returns when it takes connections. */
  async start(): Promise<void> {
    const { bin, homes, user } = findPlace();
    const data = join(this.home, 'data');
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'shared_buffers=64MB'];
    this.child = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', String(this.port), ...settings.flatMap((setting) => ['-c', setting])],
      { cwd: homes, stdio: 'ignore', ...user },
    );
    while (!readServer(data)?.ready || readServer(data)?.pid !== this.child.pid) {
      if (this.child.exitCode !== null) throw new Error('The server did not start.');
      await sleep(10);
    }
  }

  /** What `pg_ctl stop -m immediate` does: no checkpoint, no goodbye; the next start recovers from the log. */
  async stop(): Promise<void> {
    if (!this.child) return;
    const exit = once(this.child, 'exit');
    this.child.kill('SIGQUIT');
    await exit;
    this.child = null;
  }
}
