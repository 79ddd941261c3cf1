/** Trouble that we expected: its message is a sentence for a person, and no stack trace is shown. */
export class Trouble extends Error {
  name = 'Trouble';
}

/** Runs a program's main function; expected trouble ends it with its sentence and exit code 1. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Trouble ? `\n${error.message}` : error);
    process.exit(1);
  }
}
