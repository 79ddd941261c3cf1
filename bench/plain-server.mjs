/** The least that a Node server can do: answer every call with the same bytes of a file. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const bytes = readFileSync(process.argv[2]);
const server = createServer((incoming, outgoing) => {
  incoming.resume().on('end', () => outgoing.end(bytes));
});
server.listen(0, '127.0.0.1', () => console.log(`http://localhost:${server.address().port}`));
