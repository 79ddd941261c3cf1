import { describe, expect, it } from 'vitest';
import { initialsOf } from '@/components/ui/initials';

describe('initialsOf', () => {
  it('takes two letters of two words, or of one', () => {
    expect(initialsOf('Whole Foods')).toBe('WF');
    expect(initialsOf('CVS')).toBe('CV');
    expect(initialsOf('7-Eleven')).toBe('7E');
    expect(initialsOf('złoty')).toBe('ZŁ');
  });

  it('has nothing to say about a name without letters', () => {
    expect(initialsOf('*** #')).toBe('');
  });
});
