/** Log-ins that fail before the bank looks at the credentials (LNK-14). */
import type { EmulatedInstitution } from './institutions';

/** The code of the refusal, or null where the bank decides. */
export function refusalOf({ health }: EmulatedInstitution): string | null {
  if (health === 'down') return 'INSTITUTION_DOWN';
  if (health === 'unsupported') return 'INSTITUTION_NO_LONGER_SUPPORTED';
  return null;
}
