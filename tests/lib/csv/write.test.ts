import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvLines, number, text } from '@/lib/csv/write';

describe('CSV', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', '\nx', 'a\0b'])('disarms the text %j', (value) => {
    const [row] = Papa.parse<string[]>(csvLines([[text(value), text('z')]])).data;
    expect(row?.[0]).toBe(`'${value.replace('\0', '')}`);
  });

  it('leaves numbers numbers', () => {
    expect(csvLines([[number('-12.50'), number('0.00')]])).toBe('-12.50,0.00\r\n');
  });

  it('reads back what it wrote, whatever is in it', () => {
    const values = ['a,b', 'say "hi"', 'two\nlines', ' spaced ', 'Café – 寿司', ''];
    const [row] = Papa.parse<string[]>(csvLines([values.map(text)])).data;
    expect(row).toEqual(values);
  });

  it('is nothing for no rows', () => {
    expect(csvLines([])).toBe('');
  });
});
