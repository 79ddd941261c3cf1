/** Which banks Link shows for a token, and which of them come first. */
import type { LinkTokenDocument } from '../documents';
import {
  type EmulatedInstitution,
  INSTITUTIONS,
  matchInstitutions,
  supportsEvery,
} from '../institutions/institutions';
import { isKnownAt } from './returning-user';

/** Why a bank is put first: the user has been there (RU-2), or its routing number was given (LT-20). */
type MatchReason = 'returning_user' | 'routing_number';

type InstitutionChoice = {
  readonly institution: EmulatedInstitution;
  readonly matchReason: MatchReason | null;
};

/** Institutions that this token may pick: its countries, all its products (LT-5); matched ones first, at most 20. */
export function institutionsFor(linkToken: LinkTokenDocument, query: string): InstitutionChoice[] {
  const allowed = INSTITUTIONS.filter(
    (institution) =>
      institution.countries.some((country) => linkToken.countryCodes.includes(country)) &&
      (institution.health === 'unsupported' || supportsEvery(institution, linkToken.products)),
  );
  const choices = matchInstitutions(query, allowed).map((institution) => ({
    institution,
    matchReason: matchReasonOf(linkToken, institution),
  }));
  const matched = choices.filter(({ matchReason }) => matchReason !== null);
  return [...matched, ...choices.filter(({ matchReason }) => matchReason === null)].slice(0, 20);
}

/** A routing number that several banks share highlights none of them. */
export function matchReasonOf(
  linkToken: LinkTokenDocument,
  institution: EmulatedInstitution,
): MatchReason | null {
  const { routingNumber } = linkToken;
  if (isKnownAt(linkToken, institution.id)) return 'returning_user';
  if (routingNumber === null || !institution.routingNumbers.includes(routingNumber)) return null;
  const sharing = INSTITUTIONS.filter(({ routingNumbers }) => routingNumbers.includes(routingNumber));
  return sharing.length === 1 ? 'routing_number' : null;
}
