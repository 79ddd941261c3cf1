import { describe, expect, it } from 'vitest';
import { initialsOf, pictureOf } from '@/components/ui/initials';

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

describe('pictureOf', () => {
  it('shows what is a picture, also as a bank gives it, and loads nothing else', () => {
    expect(pictureOf('iVBORw0KGgoAAA')).toBe('data:image/png;base64,iVBORw0KGgoAAA');
    expect(pictureOf('data:image/png;base64,iVBO')).toBe('data:image/png;base64,iVBO');
    expect(pictureOf('https://logos.example/a.png')).toBe('https://logos.example/a.png');
    for (const logo of [
      'http://logos.example/a.png',
      'javascript:alert(1)',
      'data:text/html,x',
      'nonsense',
    ]) {
      expect(pictureOf(logo)).toBeNull();
    }
  });
});
