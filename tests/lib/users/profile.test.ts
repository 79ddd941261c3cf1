import { describe, expect, it } from 'vitest';
import { day } from '@/lib/core/day';
import { localeFrom } from '@/lib/users/locale';
import { dateForms, formatChange, numberForms, profileChange } from '@/lib/users/profile';

describe('the choices of a person', () => {
  it('are shown as what they do, each one different', () => {
    const labels = [...numberForms('es-AR'), ...dateForms(day('2026-03-04'))].map(({ label }) => label);
    expect(labels).toContain('As in your browser: 1.234,56');
    expect(labels).toContain('Wed, Mar 4');
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('are those of the lists only, and a refusal says what to do', () => {
    expect(formatChange.safeParse({ numberForm: 'comma-point', dateForm: 'iso' }).success).toBe(true);
    const refused = formatChange.safeParse({ numberForm: 'de-DE', dateForm: 'iso' });
    expect(refused.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['numberForm', 'Choose one from the list.'],
    ]);
    expect(profileChange.safeParse({ name: '', timeZone: 'Mars/Olympus', currency: 'USD' }).success).toBe(
      false,
    );
  });
});

describe('the place that a browser asks for', () => {
  it('is the first that this machine can write numbers by', () => {
    expect(localeFrom('de-CH,de;q=0.9,en;q=0.8')).toBe('de-CH');
    expect(localeFrom('not a tag, fr;q=0.5')).toBe('fr');
  });

  it('is none where it asks for anything, or sends something else', () => {
    expect([null, '', '*', '"><script>', 'x'.repeat(5000)].map(localeFrom)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
