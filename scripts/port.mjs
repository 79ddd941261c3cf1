import { connect, createServer } from 'node:net';
import { Trouble } from './trouble.mjs';

/** A free TCP port: the first one from `first` on, or any when `first` is 0. */
export async function findFreePort(first = 0) {
  for (let port = first; port <= Math.min(first + 100, 65_535); port += 1) {
    const free = await tryListen(port);
    if (free) return free;
  }
  throw new Trouble(`No port from ${first} to ${first + 100} is free. Set PORT to another one.`);
}

/** True when something accepts connections on this port of this machine. */
export function isAnswering(port) {
  return new Promise((settle) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const end = (answer) => {
      socket.destroy();
      settle(answer);
    };
    socket.setTimeout(1_000, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

/** Tries every interface, since the app listens on all: a port taken on one of them counts as taken. */
function tryListen(port) {
  return new Promise((settle, fail) => {
    const server = createServer();
    server.once('error', (error) =>
      ['EADDRINUSE', 'EACCES'].includes(error.code) ? settle(null) : fail(error),
    );
    server.listen(port, () => {
      const { port: found } = server.address();
      server.close(() => settle(found));
    });
  });
}
