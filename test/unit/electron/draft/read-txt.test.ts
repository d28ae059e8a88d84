// Text files in the encodings of offices, with headings by their numbers and tables by their tabs; spreadsheets as drafts.
import { expect, it } from 'vitest';
import { readDraftHere } from '#electron/draft/read-draft.ts';
import { showDraft } from '#test/support/drafts/show-draft.ts';
import { makeSheet } from '#test/support/make-sheets.ts';

const show = async (text: string): Promise<string[]> => showDraft(await readDraftHere(Buffer.from(text), '规划.txt'));

it('reads UTF-8, UTF-16 and GBK', async () => {
  const words = '一、总体情况\r\n规划期内安排项目。\r\n';
  const gbk = Buffer.from('d2bba1a2d7dcccE5c7e9bff60d0ab9e6bbaec6dac4dab0b2c5c5cfeec4bfa1a30d0a', 'hex');
  const expected = ['h1 一、总体情况', 'text 规划期内安排项目。'];
  for (const bytes of [
    Buffer.from(words),
    Buffer.from(`\ufeff${words}`),
    Buffer.from(`\ufeff${words}`, 'utf16le'),
    gbk,
  ]) {
    expect(showDraft(await readDraftHere(bytes, '规划.txt'))).toEqual(expected);
  }
});

it('counts the levels of headings from the highest number that is used; sentences are none', async () => {
  expect(
    await show(
      '第一章 总则\n一、目标\n（一）产业\n1.冷库\n1.建设冷库3座，总投资100万元。\n2025年，全区安排项目120个。\n（二）就业',
    ),
  ).toEqual([
    'h1 第一章 总则',
    'h2 一、目标',
    'h3 （一）产业',
    'h4 1.冷库',
    'text 1.建设冷库3座，总投资100万元。',
    'text 2025年，全区安排项目120个。',
    'h3 （二）就业',
  ]);
  expect(await show('（一）产业\n1.冷库')).toEqual(['h1 （一）产业', 'h2 1.冷库']);
});

it('reads rows with tabs, and cells that stand on lines of their own as a page gives them', async () => {
  expect(await show('表1 投资情况\n类别\t个数\t总投资\n产业\t60\t100\n合计\t60\t100\n\t缩进的一段话。')).toEqual([
    'caption 表1 投资情况',
    'table 3x3 heads 0',
    '| 类别 | 个数 | 总投资',
    '| 产业 | 60 | 100',
    '| 合计 | 60 | 100',
    'text 缩进的一段话。',
  ]);
  expect(
    await show('表2\n\n\t类别\n\t项目\n\n个数\n\t总投资\n\n\t产业\n\n帮扶\n\t60\n\t100\n\n\t\n\t\n\t300\n\n表后的话。'),
  ).toEqual([
    'caption 表2',
    'table 3x3 heads 0',
    '| 类别 | 项目个数 | 总投资',
    '| 产业帮扶 | 60 | 100',
    '|  |  | 300',
    'text 表后的话。',
  ]);
});

it('tells a sentence about a table from its caption', async () => {
  expect(
    await show('表4-1列出了各类项目。\n图2－3 分布\n附表1 项目库\n表1为投资情况\n续表2 投资\n图书馆3座\n表决10次'),
  ).toEqual([
    'text 表4-1列出了各类项目。',
    'caption 图2－3 分布',
    'caption 附表1 项目库',
    'text 表1为投资情况',
    'caption 续表2 投资',
    'text 图书馆3座',
    'text 表决10次',
  ]);
});

it('takes paragraphs that begin with a tab for text, however many', async () => {
  const text = '\t第一段话。\n\t第二段话。\n\n\t第三段话。\n\t第四段话。';
  expect(await show(text)).toEqual(['text 第一段话。', 'text 第二段话。', 'text 第三段话。', 'text 第四段话。']);
  const many = await readDraftHere(Buffer.from('\t一段\n'.repeat(20_000)), '规划.txt');
  expect(many.blocks).toHaveLength(20_000);
});

it('is not held up by lines that look like the head of a message', async () => {
  expect(await show(`${'a:\r\n'.repeat(200)}没有。`)).toHaveLength(201);
});

it('tells ragged rows', async () => {
  const { remarks } = await readDraftHere(Buffer.from('类别\t个数\t总投资\n产业\t60\t100\n合计\t100'), '规划.txt');
  expect(remarks).toEqual([expect.stringContaining('各行格数不一样')]);
});

it('reads a spreadsheet: a heading with the name of the sheet, a table with its merges', async () => {
  const sheet = makeSheet(
    '<row r="2"><c r="B2" t="inlineStr"><is><t>合计</t></is></c><c r="D2"><v>100.5</v></c></row>',
    {
      after: '<mergeCells count="1"><mergeCell ref="B2:C2"/></mergeCells>',
    },
  );
  const draft = await readDraftHere(sheet, '附表.docx');
  expect(draft.format).toBe('sheet');
  expect(showDraft(draft).slice(1)).toEqual(['table 1x3 heads 0', '| 合计 1x2 | 100.5']);
  expect(draft.blocks[0]).toMatchObject({ kind: 'paragraph', role: 'heading', level: 1 });
});
