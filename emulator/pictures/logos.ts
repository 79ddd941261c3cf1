/** Logos of banks and merchants (INS-2, FLD-4): drawn from the name when somebody asks for them, never stored. */
import { seeded } from '../generate/seeded';
import type { EmulatedInstitution } from '../institutions/institutions';
import { weave } from './weave';

const BANK_SIDE = 152;
const MERCHANT_SIDE = 100;
const FOLDER = '/logos/';

/** A shop's colour is one of these, by its name. */
const COLOURS = ['#0F5C7A', '#146356', '#7A4B9A', '#8C2F39', '#8F5B12', '#27348B', '#3F6B2A', '#A14A76'];

const banks = new Map<string, string>();

/** A bank's logo as the wire carries it: a PNG of 152 by 152, in base 64. */
export function institutionLogo({ id, color }: Pick<EmulatedInstitution, 'id' | 'color'>): string {
  const drawn = banks.get(id) ?? weave(id, color, BANK_SIDE).toString('base64');
  banks.set(id, drawn);
  return drawn;
}

/** Where a merchant's logo is, below the emulator's own address. */
export function merchantLogoPath(name: string): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? ['merchant'];
  return `${FOLDER}${words.join('_')}.png`;
}

/** Answers a path that `merchantLogoPath` made; null for any other. */
export function answerLogo(request: Request, path: string): Response | null {
  const name = /^\/logos\/([a-z0-9_]{1,80})\.png$/.exec(path)?.[1];
  if (name === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return null;
  const picture = weave(name, seeded('logo', name).pick(COLOURS), MERCHANT_SIDE);
  return new Response(new Uint8Array(picture), {
    headers: {
      'content-type': 'image/png',
      'cache-control': 'public, max-age=86400',
      // Shown by pages of other origins, as Plaid's are.
      'cross-origin-resource-policy': 'cross-origin',
    },
  });
}
