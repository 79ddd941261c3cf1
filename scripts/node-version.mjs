// Imported before everything else, so it uses nothing that an old Node lacks.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Evenkeel needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org.`,
  );
  process.exit(1);
}

process.env.NEXT_TELEMETRY_DISABLED = '1';
// Each program below sets the mode it needs; one from outside would, for example, leave out the tools to build with.
delete process.env.NODE_ENV;
