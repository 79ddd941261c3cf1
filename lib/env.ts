/** The only reader of `process.env`: parsed once, with a readable list of what is wrong. */
import 'server-only';
import { z } from 'zod';

const nonEmpty = z.string().trim().min(1);
const secret = nonEmpty.refine((value) => value.length >= 32, 'must have at least 32 characters');
const httpUrl = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''));

/** `id:base64,…` where each key is 32 bytes; the first one seals, all of them open (T8). */
const keyRing = nonEmpty.transform((value, context) => {
  const keys = value.split(',').map((entry) => {
    const [id = '', encoded = ''] = entry.trim().split(/:(.*)/s);
    return { id, key: Buffer.from(encoded, 'base64') };
  });
  const isGood = keys.every(({ id, key }) => /^[a-z0-9-]{1,20}$/.test(id) && key.length === 32);
  if (!isGood)
    context.addIssue({ code: 'custom', message: 'must be a list of id:base64 with 32 bytes each' });
  return keys;
});

const schema = z
  .object({
    DATABASE_URL: nonEmpty,
    PLAID_ENV: z.enum(['emulator', 'sandbox', 'production'], {
      error: 'must be emulator, sandbox or production',
    }),
    PLAID_CLIENT_ID: nonEmpty.optional(),
    PLAID_SECRET: nonEmpty.optional(),
    PLAID_BASE_URL: httpUrl.optional(),
    APP_URL: httpUrl,
    NEXTAUTH_SECRET: secret,
    ENCRYPTION_KEYS: keyRing,
    CRON_SECRET: secret,
    EMULATOR_CONTROL: z.enum(['0', '1']).default('0'),
    SMTP_URL: nonEmpty.optional(),
    MAIL_FROM: nonEmpty.optional(),
    NODE_ENV: z.string().default('development'),
    VERCEL: z.string().optional(),
  })
  .superRefine((value, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (value.PLAID_ENV === 'emulator') {
      // T19: the emulator never runs beside real keys.
      if (value.PLAID_SECRET) refuse('PLAID_SECRET', 'must not be set while PLAID_ENV is emulator');
      if (value.PLAID_BASE_URL && !isLoopback(value.PLAID_BASE_URL)) {
        refuse('PLAID_BASE_URL', 'must be an address of this machine');
      }
      return;
    }
    if (!value.PLAID_CLIENT_ID) refuse('PLAID_CLIENT_ID', `is needed while PLAID_ENV is ${value.PLAID_ENV}`);
    if (!value.PLAID_SECRET) refuse('PLAID_SECRET', `is needed while PLAID_ENV is ${value.PLAID_ENV}`);
    if (value.PLAID_BASE_URL) refuse('PLAID_BASE_URL', 'is only allowed while PLAID_ENV is emulator');
  });

export type Env = z.infer<typeof schema>;

export class EnvError extends Error {
  override name = 'EnvError';
}

/** Reads settings from a plain record; throws `EnvError` with one line for each setting that is wrong. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(present);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${sentence(message)}`);
  throw new EnvError(`Evenkeel cannot start with these settings:\n${lines.join('\n')}`);
}

let parsed: Env | undefined;

/** The settings of this process. Lazy, so that a build needs none of them. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function sentence(message: string): string {
  return /expected .*received undefined/i.test(message) ? 'is missing' : message;
}
