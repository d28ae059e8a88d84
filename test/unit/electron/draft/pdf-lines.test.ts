// Pieces of a PDF page as lines: a piece of one font with room in it for signs of another.
import { expect, it } from 'vitest';
import type { TextPiece } from '#electron/draft/pdf/page-shapes.ts';
import { linesOf, textOfLine } from '#electron/draft/pdf/text-lines.ts';

function piece(text: string, left: number, width: number): TextPiece {
  return { text, left, right: left + width, y: 100, size: 11, isApart: false };
}

const texts = (...pieces: TextPiece[]): string[] => linesOf(pieces).map(textOfLine);

it('quotes of another font stand where the letters leave room for them', () => {
  const words = piece('武陵区 十五五 乡村全面振兴规划', 90.1, 165.2);
  expect(texts(piece('“', 123.1, 5.6), piece('”', 161.7, 5.6), words)).toEqual(['武陵区“十五五”乡村全面振兴规划']);
  expect(texts(piece('”', 101.1, 5.6), piece('五 合计', 90.1, 38.6))).toEqual(['五”合计']);
});

it('blanks with nothing in them stay as they are', () => {
  expect(texts(piece('第一章 总则', 90, 60), piece('2025', 170, 22))[0]).toMatch(/^第一章 总则/);
});
