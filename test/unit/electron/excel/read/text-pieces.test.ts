// A text table read in pieces is the table that it is as a whole, wherever the pieces end.
import { describe, expect, it } from 'vitest';
import { readWorkbookBytes } from '#electron/excel/read/index.ts';
import { fc } from '#test/support/fc.ts';

/** Rows enough to know the delimiter by: what comes behind them is read piece by piece. */
const HEAD = Array.from({ length: 5_000 }, (_, row) => `${row},某某镇第${row}村,新建道路\n`).join('');
const WHOLE = 1 << 26;

const ENCODINGS: readonly [name: string, encode: (text: string) => Buffer][] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16LE', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16BE', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  // 甲 in GB18030, two bytes a character.
  ['GB18030', (text) => Buffer.from(gbk(text), 'latin1')],
];

/** The few Chinese characters of these tests in GB18030, as bytes. */
const GBK: Readonly<Record<string, string>> = {
  某: '\xc4\xb3',
  镇: '\xd5\xf2',
  第: '\xb5\xda',
  村: '\xb4\xe5',
  新: '\xd0\xc2',
  建: '\xbd\xa8',
  道: '\xb5\xc0',
  路: '\xc2\xb7',
  '，': '\xa3\xac',
};
function gbk(text: string): string {
  return [...text].map((character) => GBK[character] ?? character).join('');
}

async function readIn(bytes: Buffer, pieceBytes: number): Promise<unknown> {
  try {
    const { sheets, notes, format } = await readWorkbookBytes(bytes, '表.csv', { pieceBytes });
    const [sheet] = sheets;
    // The head is the same in all of them.
    return { format, notes, remarks: sheet?.remarks, count: sheet?.rows.length, rows: sheet?.rows.slice(4_990) };
  } catch (error) {
    return String(error);
  }
}

describe('a text table in pieces', () => {
  const token = fc.constantFrom(
    '"',
    '""',
    ',',
    '\n',
    '\r',
    '\r\n',
    '=',
    '="',
    '村',
    '12',
    ' ',
    '\t',
    ';',
    'a"b',
    '，',
    '某镇',
  );
  const tail = fc.array(token, { maxLength: 60 }).map((tokens) => tokens.join(''));

  it.each(ENCODINGS)('%s: any fields, cut anywhere', async (_, encode) => {
    await fc.assert(
      fc.asyncProperty(tail, fc.integer({ min: 1, max: 40 }), async (text, pieceBytes) => {
        const bytes = encode(HEAD + text);
        expect(await readIn(bytes, pieceBytes * 2)).toEqual(await readIn(bytes, WHOLE));
      }),
      { numRuns: 12 },
    );
  });

  it.each<[string, string]>([
    ['a quote that is closed far behind', `甲,"${'村\n'.repeat(3_000)}",乙\n丙,丁\n`],
    ['a quote that is closed too far to count', `甲,"${'村\n'.repeat(70_000)}",乙\n丙,丁\n`],
    ['a quote that is never closed', `甲,"乙\n${'丙,丁\n'.repeat(4_000)}`],
    ['digits kept by a formula over the border', `甲,="0012",="3"\n`.repeat(2_000)],
    ['a field longer than many pieces', `甲,${'村'.repeat(30_000)},乙\n丙,丁\n`],
    ['a field that is too long', `甲,${'村'.repeat(40_000)},乙\n丙,丁\n`],
    ['line ends of old Macs only', '甲,乙\r'.repeat(3_000)],
    ['line ends of Windows', '甲,乙\r\n'.repeat(3_000)],
    ['an end mark of DOS and zeros', `甲,乙\n\u001a${'\u0000'.repeat(3_000)}`],
    ['broken characters', `甲,乙\ufffd\n`.repeat(300)],
  ])('%s', async (_, text) => {
    for (const encode of [ENCODINGS[0]?.[1], ENCODINGS[2]?.[1]]) {
      const bytes = encode?.(HEAD + text) ?? Buffer.alloc(0);
      expect(await readIn(bytes, 4_096)).toEqual(await readIn(bytes, WHOLE));
    }
  });

  it('bytes that are no character give the same signs', async () => {
    const bytes = Buffer.concat([
      Buffer.from(HEAD),
      Buffer.from('e69d', 'hex'),
      Buffer.from('\n甲,乙\n'),
      Buffer.from('ff2c41e6', 'hex'),
    ]);
    expect(await readIn(bytes, 64)).toEqual(await readIn(bytes, WHOLE));
    expect(JSON.stringify(await readIn(bytes, 64))).toContain('\ufffd');
  });
});
