import 'server-only';
import { CountryCode, type Institution } from 'plaid';
import { callPlaid } from './client';

export type BankInstitution = {
  plaidInstitutionId: string;
  name: string;
  url: string | null;
  primaryColor: string | null;
  logo: string | null;
  isOauth: boolean;
};

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MAX_LOGO_BYTES = 100_000;

/** One bank by its id, with what is needed to show it (INS-2). */
export async function pullInstitution(plaidInstitutionId: string): Promise<BankInstitution> {
  const data = await callPlaid((api) =>
    api.institutionsGetById({
      institution_id: plaidInstitutionId,
      country_codes: [CountryCode.Us, CountryCode.Ca],
      options: { include_optional_metadata: true },
    }),
  );
  return mapInstitution(data.institution);
}

/** Colour, address and picture come from outside: what is not plainly what it should be is left out (T10). */
export function mapInstitution(institution: Institution): BankInstitution {
  return {
    plaidInstitutionId: institution.institution_id,
    name: institution.name,
    url: httpUrl(institution.url),
    primaryColor: /^#[0-9a-f]{6}$/i.test(institution.primary_color ?? '')
      ? (institution.primary_color ?? null)
      : null,
    logo: pngOrNull(institution.logo),
    isOauth: institution.oauth,
  };
}

function httpUrl(text: string | null | undefined): string | null {
  return text && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null;
}

function pngOrNull(base64: string | null | undefined): string | null {
  const bytes = Buffer.from(base64 ?? '', 'base64');
  return bytes.length <= MAX_LOGO_BYTES && bytes.subarray(0, 8).equals(PNG) ? bytes.toString('base64') : null;
}
