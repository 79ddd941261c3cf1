/**
 * Text as the standard fonts of PDF can show it. They know the letters of Western Europe and the euro;
 * other letters lose their accent, and what has no likeness becomes a question mark.
 */

const EXTRA = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ');

/** Letters whose mark is part of them, so that taking accents off does not help. */
const LIKENESS: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  ŋ: 'n',
  Ŋ: 'N',
  ŧ: 't',
  Ŧ: 'T',
  '−': '-',
  '‐': '-',
  '‑': '-',
};

export function winAnsi(text: string): string {
  return /^[ -~]*$/.test(text) ? text : Array.from(text.normalize('NFC'), shown).join('');
}

function shown(letter: string): string {
  if (isKnown(letter)) return letter;
  if (/\s/.test(letter)) return ' ';
  const likeness = LIKENESS[letter] ?? letter.normalize('NFKD').replace(/\p{M}/gu, '');
  return likeness !== '' && Array.from(likeness).every(isKnown) ? likeness : '?';
}

function isKnown(letter: string): boolean {
  return /^[\u0020-\u007e\u00a0-\u00ff]$/.test(letter) || EXTRA.has(letter);
}
