import { parseCustomUser } from './schema';

const LONGEST_EMPTY_FILE = 4000;

/** The file with that seed where it names neither a seed nor accounts; else as it is. */
export function seededCustomUser(password: string, seed: string): string {
  // Read with every call, so not where it names more than a template of nulls could.
  if (password.length > LONGEST_EMPTY_FILE) return password;
  const user = parseCustomUser(password);
  if (!user || user.seed !== undefined || user.override_accounts) return password;
  return JSON.stringify({ ...user, seed });
}
