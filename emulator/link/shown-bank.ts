/** A bank as the dialog shows it: its looks, its health, and what it knows of the user. */
import type { LinkTokenDocument } from '../documents';
import { findInstitution } from '../institutions/institutions';
import { institutionLogo } from '../pictures/logos';
import { matchReasonOf } from './link-institutions';
import { shortcutsAt } from './returning-user';

export function shownBank(linkToken: LinkTokenDocument, institutionId: string) {
  const institution = findInstitution(institutionId);
  if (!institution) return null;
  const { id, name, url, color, oauth, health } = institution;
  return {
    id,
    name,
    url: url.replace('https://', ''),
    color,
    oauth,
    health,
    // The logo that the API gives, as base64 of a PNG.
    logo: institutionLogo(institution),
    match_reason: matchReasonOf(linkToken, institution),
    shortcuts: shortcutsAt(linkToken, id),
  };
}
