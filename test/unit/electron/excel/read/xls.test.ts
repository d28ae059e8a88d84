// .xls record by record: values, formulas as text, texts cut by CONTINUE, hidden things, and files of older versions.
import { describe, expect, it } from 'vitest';
import { readWorkbookBytes } from '#electron/excel/read/index.ts';
import { double, makeExcel95, makeXls, record, u32, wide } from '#test/support/make-xls.ts';
import { showCells } from '#test/support/show-cells.ts';

const read = (bytes: Buffer) => readWorkbookBytes(bytes, '台账.et');
const cells = async (records: Buffer[], globals: Buffer[] = []) =>
  showCells(await read(makeXls([{ name: '表', records }], globals)));

const number = (row: number, column: number, value: number, style = 0) =>
  record(0x0203, row, column, style, double(value));
const formula = (row: number, column: number, result: Buffer, tokens: Buffer) =>
  record(0x0006, row, column, 0, result, 0, u32(0), tokens.length, tokens);
const special = (kind: number, value = 0) => Buffer.from([kind, 0, value, 0, 0, 0, 0xff, 0xff]);

const ref = (row: number, column: number, flags = 0xc0) => Buffer.from([0x44, row, 0, column, flags]);
const bytes = (...list: number[]) => Buffer.from(list);

describe('values', () => {
  it('reads numbers in every packing', async () => {
    const rk = (value: number, hundredth = 0) => u32(((value << 2) | 2 | hundredth) >>> 0);
    const high = u32(double(0.5).readUInt32LE(4));
    expect(
      await cells([
        number(0, 0, 0.1 + 0.2),
        record(0x027e, 0, 1, 0, rk(1234, 1)),
        record(0x027e, 0, 2, 0, rk(-5)),
        record(0x027e, 0, 3, 0, high),
        record(0x00bd, 1, 0, 0, rk(7), 0, rk(8), 1),
        record(0x0205, 2, 0, 0, bytes(1, 0)),
        record(0x0205, 2, 1, 0, bytes(23, 1)),
        record(0x0201, 2, 2, 0),
        record(0x0204, 2, 3, 0, wide('旧式文字')),
      ]),
    ).toEqual({
      A1: 'n:0.3',
      B1: 'n:12.34',
      C1: 'n:-5',
      D1: 'n:0.5',
      A2: 'n:7',
      B2: 'n:8',
      A3: 'b:TRUE',
      B3: 'e:#REF!',
      D3: 't:旧式文字',
    });
  });

  it('reads dates by the format of the style, from 1904 where the book says so', async () => {
    const xf = (format: number) => record(0x00e0, 0, format, Buffer.alloc(16));
    const globals = [record(0x0022, 1), record(0x041e, 164, wide('yyyy"年"m"月"')), xf(0), xf(164), xf(57)];
    expect(await cells([number(0, 0, 43_538, 1), number(0, 1, 43_538, 2), number(0, 2, 43_538, 0)], globals)).toEqual({
      A1: 'd:2023-03-15',
      B1: 'd:2023-03-15',
      C1: 'n:43538',
    });
  });

  it('joins shared texts that are cut, changing width at the cut', async () => {
    const narrow = (text: string) => Buffer.concat([bytes(text.length, 0, 0), Buffer.from(text, 'latin1')]);
    const rich = Buffer.concat([bytes(2, 0, 8, 1, 0), Buffer.from('ab'), Buffer.alloc(4)]);
    const phonetic = Buffer.concat([bytes(2, 0, 5), u32(6), Buffer.from('東京', 'utf16le'), Buffer.alloc(6)]);
    const cut = Buffer.concat([bytes(4, 0, 0), Buffer.from('xy')]);
    const globals = [
      record(0x00fc, u32(9), u32(9), narrow('abc'), rich, phonetic, narrow(''), cut),
      record(0x003c, bytes(1), Buffer.from('衔接', 'utf16le'), wide('尾')),
    ];
    const label = (column: number) => record(0x00fd, 0, column, 0, u32(column));
    expect(await cells([0, 1, 2, 3, 4, 5].map(label), globals)).toEqual({
      A1: 't:abc',
      B1: 't:ab',
      C1: 't:東京',
      E1: 't:xy衔接',
      F1: 't:尾',
    });
    await expect(cells([label(6)], globals)).rejects.toMatchObject({ code: 'damaged' });
  });
});

describe('formulas', () => {
  it('keeps cached results of every kind', async () => {
    const tokens = ref(0, 0);
    expect(
      await cells([
        formula(0, 1, double(0), tokens),
        formula(0, 2, special(0), tokens),
        record(0x0207, wide('文字结果')),
        formula(0, 3, special(1, 0), tokens),
        formula(0, 4, special(2, 7), tokens),
        formula(0, 5, special(3), tokens),
      ]),
    ).toEqual({ B1: 'n:0 =A1', C1: 't:文字结果 =A1', D1: 'b:FALSE =A1', E1: 'e:#DIV/0! =A1', F1: 't: =A1' });
  });

  it.each<[string, Buffer[]]>([
    ['SUM(A1:B2)', [bytes(0x25, 0, 0, 1, 0, 0, 0xc0, 1, 0xc0), bytes(0x19, 0x10, 0, 0)]],
    ['SUM(A:A)', [bytes(0x25, 0, 0, 0xff, 0xff, 0, 0xc0, 0, 0xc0), bytes(0x22, 1, 4, 0)]],
    ['ROUND(A1/$B$2,2)%', [ref(0, 0), ref(1, 1, 0), bytes(0x06, 0x1e, 2, 0, 0x21, 27, 0, 0x14)]],
    ['-(A1+1.5)^2', [ref(0, 0), bytes(0x1f), double(1.5), bytes(0x03, 0x15, 0x1e, 2, 0, 0x07, 0x13)]],
    [
      'IF(A1>=0,"大""","")',
      [ref(0, 0), bytes(0x1e, 0, 0, 0x0c, 0x17, 2, 1), Buffer.from('大"', 'utf16le'), bytes(0x17, 0, 0, 0x22, 3, 1, 0)],
    ],
    ['IF(TRUE,,#N/A)', [bytes(0x1d, 1, 0x16, 0x1c, 42, 0x22, 3, 1, 0)]],
    ['#REF!&+A1', [bytes(0x2a, 0, 0, 0, 0), ref(0, 0), bytes(0x12, 0x08)]],
    ['', [bytes(0x7f)]],
    ['', [bytes(0x03)]],
    ['', [bytes(0x17, 200, 1)]],
    ['', [bytes(0x22, 9, 4, 0)]],
    ['', [ref(0, 0), ref(0, 0)]],
  ])('%s', async (text, tokens) => {
    expect(await cells([formula(5, 5, double(1), Buffer.concat(tokens))])).toEqual({ F6: `n:1 =${text}` });
  });

  it('moves shared formulas with the cell', async () => {
    const member = Buffer.from([0x01, 1, 0, 2, 0]);
    const shared = Buffer.concat([bytes(0x4c, 0, 0, 0xff, 0xc0), bytes(0x1e, 2, 0, 0x05)]);
    expect(
      await cells([
        formula(1, 2, double(2), member),
        record(0x04bc, 1, 3, bytes(2, 2, 0, 3), shared.length, shared),
        formula(2, 2, double(4), member),
      ]),
    ).toEqual({ C2: 'n:2 =B2*2', C3: 'n:4 =B3*2' });
  });

  it('names other sheets and defined names', async () => {
    const globals = [
      record(0x01ae, 2, 0x0401),
      record(0x0017, 1, 0, 1, 1),
      record(0x0018, 0, bytes(0, 2), 0, 0, 0, u32(0), bytes(1), Buffer.from('总额', 'utf16le')),
    ];
    const tokens = Buffer.concat([bytes(0x3a, 0, 0, 4, 0, 1, 0xc0), bytes(0x43, 1, 0, 0, 0), bytes(0x03)]);
    const book = await read(
      makeXls(
        [
          { name: '汇总', records: [formula(0, 0, double(1), tokens)] },
          { name: '2024 年', records: [number(0, 0, 1)], state: 1 },
        ],
        globals,
      ),
    );
    expect(showCells(book)).toEqual({ A1: "n:1 ='2024 年'!B5+总额" });
    expect(book.sheets.map((sheet) => sheet.hidden)).toEqual([false, true]);
  });
});

describe('the sheet', () => {
  it('knows hidden rows, hidden columns and merges, and skips charts inside it', async () => {
    const book = await read(
      makeXls([
        {
          name: '表',
          records: [
            record(0x007d, 1, 300, 0, 0, 1, 0),
            record(0x0208, 2, 0, 9, 255, 0, 0, 0x20, 0),
            number(0, 0, 1),
            number(2, 0, 2),
            record(0x0809, 0x0600, 0x0020, 0, 0, u32(0), u32(6)),
            number(9, 9, 9),
            record(0x000a),
            record(0x00e5, 2, 0, 1, 3, 4, 5, 4, 0, 0),
          ],
        },
      ]),
    );
    const sheet = book.sheets[0];
    expect(showCells(book)).toEqual({ A1: 'n:1', A3: 'n:2' });
    expect(sheet?.rows.map((row) => row.hidden)).toEqual([false, true]);
    expect(sheet?.hiddenColumns.length).toBe(255);
    expect(sheet?.merges).toEqual([{ top: 1, left: 4, bottom: 2, right: 5 }]);
  });

  it('refuses sheets that end too early or begin nowhere', async () => {
    const sound = makeXls([{ name: '表', records: [number(0, 0, 1)] }]);
    const lost = Buffer.from(sound);
    const entry = lost.indexOf(Buffer.from([0x85, 0]));
    lost.writeUInt32LE(5, entry + 4);
    await expect(read(lost)).rejects.toMatchObject({ code: 'damaged' });
    await expect(read(sound.subarray(0, 1600))).rejects.toMatchObject({ code: 'damaged' });
  });
});

describe('older versions', () => {
  const label = record(0x0204, 0, 0, 0, 4, Buffer.from('cfeec4bf', 'hex'));
  const expected = { A1: 't:项目', B1: 'n:1.5' };

  it('reads Excel 95 in GBK', async () => {
    expect(showCells(await read(makeExcel95([label, number(0, 1, 1.5)])))).toEqual(expected);
  });

  it('reads Excel 4, which has no container and here no code page', async () => {
    const stream = Buffer.concat([record(0x0409, 0, 0x0010, 0), label, number(0, 1, 1.5), record(0x000a)]);
    expect(showCells(await read(stream))).toEqual(expected);
  });
});
