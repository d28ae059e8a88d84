// Numbers of Word as it prints them.
import { expect, it } from 'vitest';
import { numberWords } from '#electron/draft/docx/number-words.ts';

it.each([
  ['decimal', 12, '12'],
  ['decimalZero', 5, '05'],
  ['decimalFullWidth', 12, '１２'],
  ['chineseCounting', 10, '十'],
  ['chineseCountingThousand', 12, '十二'],
  ['chineseCountingThousand', 20, '二十'],
  ['chineseCountingThousand', 105, '一百零五'],
  ['chineseCountingThousand', 1010, '一千零一十'],
  ['japaneseCounting', 3, '三'],
  ['chineseLegalSimplified', 12, '壹拾贰'],
  ['ideographDigital', 10, '一〇'],
  ['ideographTraditional', 2, '乙'],
  ['decimalEnclosedCircle', 3, '③'],
  ['decimalEnclosedCircle', 21, '21'],
  ['upperLetter', 27, 'AA'],
  ['lowerRoman', 4, 'iv'],
  ['bullet', 1, ''],
  ['somethingNew', 7, '7'],
])('%s %i is %s', (format, value, words) => {
  expect(numberWords(value, format)).toBe(words);
});
