// Households and people as written into cells.
import { describe, expect, it } from 'vitest';
import { parseCount } from '#shared/values/parse-count.ts';

function show(text: string, word = '户'): string {
  const reading = parseCount(text, word);
  if (reading.kind === 'count') return `${reading.value}${reading.note ? ' note' : ''}`;
  if (reading.kind === 'blank') return `blank ${reading.mark}`;
  return reading.proposal === undefined ? 'unreadable' : `unreadable ${reading.proposal}`;
}

describe('parseCount', () => {
  it.each([
    ['404', '404'],
    ['404.0', '404'],
    ['1,482', '1482'],
    ['４０４', '404'],
    ['404户', '404'],
    ['1.2万户', '12000'],
    ['404户1482人', '404 note'],
    ['0', '0'],
    ['', 'blank '],
    ['/', 'blank /'],
    ['404.5', 'unreadable'],
    ['约404', 'unreadable 404'],
    ['1482人', 'unreadable 1482'],
    ['300 200', 'unreadable'],
    ['-3', 'unreadable 3'],
    ['全村', 'unreadable'],
  ])('reads %j', (text, expected) => expect(show(text)).toBe(expected));
});
