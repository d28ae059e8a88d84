// PDFs: paragraphs from lines, tables from their rules with spans, tables that go on over pages, page numbers left out,
// notes; scanned, protected and cut-off files are told.
import { expect, it } from 'vitest';
import { readDraftHere } from '#electron/draft/read-draft.ts';
import { showDraft } from '#test/support/drafts/show-draft.ts';
import { makePdf, type PdfPageContent, ruledTable } from '#test/support/make-pdf.ts';

const read = async (pages: readonly PdfPageContent[]) => readDraftHere(makePdf(pages), '规划.pdf');
const line = (y: number, text: string, x = 72) => ({ x, y, text });

it('joins the lines of a paragraph, also over a page, and leaves page numbers and heads out', async () => {
  const long = '规划期内共安排项目一百二十个总投资一万五千八百六十七万元其中中央资金八千万元省级';
  const page = (number: number, texts: PdfPageContent['texts']): PdfPageContent => ({
    texts: [line(800, '测试区有效衔接规划'), ...(texts ?? []), line(40, `— ${number} —`, 280)],
  });
  const draft = await read([
    page(1, [line(740, '一、总体情况', 96), line(715, `　　${long.slice(2)}`), line(690, long)]),
    page(2, [line(740, '资金四千万元。'), line(715, '另有其他资金。', 96)]),
    page(3, [line(740, '二、资金安排', 96)]),
  ]);
  expect(showDraft(draft)).toEqual([
    'h1 一、总体情况',
    `text ${long.slice(2)}${long}资金四千万元。`,
    'text 另有其他资金。',
    'h1 二、资金安排',
  ]);
});

it('reads a ruled table with merged cells and wrapped words', async () => {
  const xs = [72, 172, 252, 332];
  const table = ruledTable(
    xs,
    [700, 680, 660, 640, 610],
    [
      ['类别', '项目', '', ''],
      ['', '个数', '总投资', ''],
      ['产业帮扶', '60', '13764.05', ''],
      ['就业帮扶和公益性岗位', '15', '856.75', ''],
    ],
  );
  const lines = table.lines.filter(
    ([x1, y1, x2, y2]) => !(y1 === 680 && y2 === 680 && x1 < x2) && !(x1 === 252 && x2 === 252),
  );
  const texts = table.texts.map((text) => (text.text.length === 10 ? { ...text, text: '就业帮扶和公益性岗' } : text));
  const draft = await read([
    {
      texts: [
        line(730, '表4-1 项目投资情况', 150),
        ...texts,
        { x: 76, y: 614, text: '位', size: 10 },
        line(580, '表后的文字。'),
      ],
      lines: [...lines, [172, 680, 332, 680], [252, 680, 252, 610]],
    },
  ]);
  expect(showDraft(draft)).toEqual([
    'caption 表4-1 项目投资情况',
    'table 4x3 heads 0',
    '| 类别 2x1 | 项目 1x2',
    '| 个数 | 总投资',
    '| 产业帮扶 | 60 | 13764.05',
    '| 就业帮扶和公益性岗位 | 15 | 856.75',
    'text 表后的文字。',
  ]);
});

it('joins a table that goes on, with its head repeated, and drops 续表', async () => {
  const part = (top: number, rows: string[][]) =>
    ruledTable(
      [72, 200, 300],
      Array.from({ length: rows.length + 1 }, (_, i) => top - i * 20),
      rows,
    );
  const first = part(140, [
    ['类别', '总投资'],
    ['产业', '100'],
  ]);
  const second = part(740, [
    ['类别', '总投资'],
    ['就业', '200'],
    ['合计', '300'],
  ]);
  const draft = await read([
    { texts: [line(700, '表1 投资情况'), ...first.texts], lines: first.lines },
    { texts: [line(760, '续表1'), ...second.texts, line(600, '说明。')], lines: second.lines },
  ]);
  expect(showDraft(draft)).toEqual([
    'caption 表1 投资情况',
    'table 4x2 heads 1',
    '| 类别 | 总投资',
    '| 产业 | 100',
    '| 就业 | 200',
    '| 合计 | 300',
    'text 说明。',
  ]);
});

it('reads a table without lines by the places of its texts, and says so', async () => {
  const rows = [
    ['类别', '个数', '总投资'],
    ['产业', '60', '13764.05'],
    ['就业', '15', '856.75'],
    ['合计', '75', '14620.80'],
  ];
  const texts = rows.flatMap((row, r) => row.map((text, c) => line(700 - r * 20, text, 72 + c * 120)));
  const draft = await read([{ texts }]);
  expect(showDraft(draft)).toEqual(['table 4x3 heads 0', ...rows.map((row) => `| ${row.join(' | ')}`)]);
  expect(draft.remarks).toEqual(['第 1 页有没有框线的表，按文字的位置分列，请对照原件核对。']);
});

it('takes the note at the foot of a page out of the text, and its number out of the amount', async () => {
  const draft = await read([
    {
      texts: [
        line(700, '总投资15867万元'),
        { x: 164, y: 705, text: '1', size: 7 },
        line(700, '，其中中央资金八千万元。', 169),
        { x: 72, y: 100, text: '1 数据来自区级台账。', size: 9 },
      ],
    },
  ]);
  expect(showDraft(draft)).toEqual(['text 总投资15867万元，其中中央资金八千万元。', 'note 1 数据来自区级台账。']);
});

it('tells a scanned document, and single pages without text', async () => {
  await expect(read([{ isScan: true }, { isScan: true }])).rejects.toMatchObject({
    code: 'unsupported-file',
    message: expect.stringMatching(/扫描件.*OCR/),
  });
  const draft = await read([{ texts: [line(700, '一、总体情况和资金安排')] }, { isScan: true }]);
  expect(draft.remarks).toEqual(['第 2 页没有文字（空白页，或扫描的图像），没有核对。']);
});

it('says that a password is in the way', async () => {
  const key = 'A'.repeat(64);
  const trailer = `/ID[<${key.slice(0, 32)}><${key.slice(0, 32)}>]/Encrypt<</Filter/Standard/V 1/R 2/O<${key}>/U<${key}>/P -44>>`;
  const locked = makePdf([{ texts: [line(700, '一、总体情况')] }], { trailer });
  await expect(readDraftHere(locked, '规划.pdf')).rejects.toMatchObject({ code: 'encrypted-file' });
});

it('tells a file that is cut off', async () => {
  const whole = makePdf([{ texts: [line(700, '一、总体情况和资金安排')] }]);
  const cut = await readDraftHere(whole.subarray(0, whole.length - 200), '规划.pdf').catch((error: unknown) => error);
  const told = JSON.stringify(cut) + (cut instanceof Error ? cut.message : '');
  expect(told).toMatch(/不完整|无法识别/);
  await expect(readDraftHere(Buffer.from('%PDF-1.4\n'), '规划.pdf')).rejects.toMatchObject({ code: 'damaged' });
});

it('reads fonts that are named and not in the file, in the codes of GBK and of Unicode; others are told', async () => {
  const texts = [
    line(700, '项目100万元'),
    line(700, '20', 200),
    line(680, '合计8', 72),
    line(680, '30', 200),
    line(660, '产业', 72),
    line(660, '40', 200),
  ];
  const gbk: Record<string, string> = { 项目100万元: 'cfeec4bf313030cdf2d4aa', 合计8: 'bacfbcc638', 产业: 'b2fad2b5' };
  const ascii = (text: string): string => Buffer.from(text, 'latin1').toString('hex');
  const utf16 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');
  for (const [encoding, encode] of [
    ['GBK-EUC-H', (text: string) => gbk[text] ?? ascii(text)],
    ['UniGB-UCS2-H', utf16],
  ] as const) {
    const draft = await readDraftHere(makePdf([{ texts }], { encoding, encode }), '规划.pdf');
    expect(showDraft(draft)).toEqual(['table 3x2 heads 0', '| 项目100万元 | 20', '| 合计8 | 30', '| 产业 | 40']);
  }
  const other = makePdf([{ texts }], { encoding: 'UniKS-UTF8-H', encode: utf16 });
  const told = await readDraftHere(other, '规划.pdf').catch((error: unknown) => error);
  expect(JSON.stringify(told) + String(told)).toMatch(/UniKS|没有文字/);
});
