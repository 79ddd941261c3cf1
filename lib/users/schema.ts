/** What a person types to sign up and to sign in; one schema for form, handler and provider. */
import { z } from 'zod';

/** NFKC, lower case, printable ASCII only: look-alike letters and second addresses do not get in (T15). */
export const email = z
  .string({ error: 'Enter your e-mail address.' })
  .transform((value) => value.normalize('NFKC').trim().toLowerCase())
  .pipe(
    z
      .string()
      .max(254, 'That e-mail address is too long.')
      .regex(/^[!-~]+$/, 'Use plain letters, digits and signs in the address.')
      .pipe(z.email('That does not look like an e-mail address.')),
  );

export const newPassword = z
  .string({ error: 'Choose a password.' })
  .min(10, 'Use at least 10 characters.')
  .max(200, 'Use at most 200 characters.');

/** A name of the time zone database, such as Europe/Zurich. */
export const timeZone = z.string().refine(isTimeZone, 'Choose a time zone from the list.');

export const signUp = z.strictObject({
  email,
  password: newPassword,
  name: z
    .string()
    .trim()
    .min(1, 'Enter a name, or leave it out.')
    .max(80, 'Use at most 80 characters.')
    .optional(),
  /** The browser's own, so that days begin when they begin for the person. */
  timeZone: timeZone.optional(),
});

export const signIn = z.object({ email, password: z.string().min(1).max(200) });

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
