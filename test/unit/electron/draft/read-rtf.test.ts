// RTF: characters of every kind of writing them, numbers, styles, merged and nested tables, notes, changes, fields.
import { expect, it } from 'vitest';
import { readDraftHere } from '#electron/draft/read-draft.ts';
import { showDraft } from '#test/support/drafts/show-draft.ts';

const HEAD =
  '{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset0 Arial;}}' +
  '{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s2\\sbasedon1\\outlinelevel1 heading 2;}{\\s7 toc 1;}{\\*\\cs9 link;}}';

/** Signs beyond ASCII as \uN with a question mark for older programs. */
function rtf(body: string): Buffer {
  const escaped = body.replace(/[^\0-\x7f]/g, (sign) => `\\u${((sign.charCodeAt(0) + 0x8000) % 0x10000) - 0x8000}?`);
  return Buffer.from(`${HEAD}${escaped}}`, 'latin1');
}

const show = async (body: string): Promise<string[]> => showDraft(await readDraftHere(rtf(body), '规划.rtf'));

it('reads bytes of the code page, and signs by their numbers', async () => {
  const bytes = Buffer.concat([
    Buffer.from(`${HEAD}\\pard\\f0 `),
    Buffer.from([0xcf, 0xee, 0xc4, 0xbf]),
    Buffer.from("\\'d7\\'dc\\'b6\\'ee\\u-244?\\uc2\\u24635 ab\\uc1 100\\par}"),
  ]);
  // GBK of 项目总额, then ， by a negative number, and 总 with two signs to skip.
  expect(showDraft(await readDraftHere(bytes, '规划.rtf'))).toEqual(['text 项目总额，总100']);
});

it('keeps levels of headings, numbers of lists, notes behind their paragraph', async () => {
  expect(
    await show(
      '\\pard\\s1{\\listtext\\pard\\plain 一、\\tab}\\ls1 总体情况\\par' +
        '\\pard\\s2 分类安排\\par' +
        '\\pard\\plain 总投资100万元{\\super 1}{\\footnote\\pard\\plain 数据来自台账。}，其中中央50万元。\\par' +
        '\\pard{\\pntext 1.\\tab}建设冷库\\par',
    ),
  ).toEqual([
    'h1 一、总体情况',
    'h2 分类安排',
    'text 总投资100万元1，其中中央50万元。',
    'note 数据来自台账。',
    'list 1. 建设冷库',
  ]);
});

it('reads merged cells, heads, and a table inside a cell behind the one around it', async () => {
  const row = (shape: string, cells: string[]): string =>
    `\\trowd${shape}${cells.map((cell) => `\\pard\\intbl ${cell}\\cell`).join('')}\\row`;
  expect(
    await show(
      row('\\trhdr\\clvmgf\\cellx1000\\clmgf\\cellx2000\\clmrg\\cellx3000', ['类别', '项目', '']) +
        row('\\trhdr\\clvmrg\\cellx1000\\cellx2000\\cellx3000', ['', '个数', '总投资']) +
        row('\\cellx2010\\cellx3000', ['合计', '100\\par 其中50']) +
        '\\trowd\\cellx3000\\pard\\intbl 外面\\par{\\pard\\intbl\\itap2 里1\\nestcell 里2\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx900\\nestrow}}\\pard\\intbl\\cell\\row' +
        '\\pard 表后。\\par',
    ),
  ).toEqual([
    'table 4x3 heads 2',
    '| 类别 2x1 | 项目 1x2',
    '| 个数 | 总投资',
    '| 合计 1x2 | 100⏎其中50',
    '| 外面 1x3',
    'table 1x2 heads 0',
    '| 里1 | 里2',
    'text 表后。',
  ]);
});

it('puts notes of a table behind it, those of the next paragraph behind that; an empty cell too many is none', async () => {
  expect(
    await show(
      '\\trowd\\cellx1000\\cellx2000\\pard\\intbl 甲{\\footnote\\pard 表里的注\\par}\\cell\\pard\\intbl 乙\\cell\\cell\\row' +
        '\\pard 表后{\\footnote\\pard 文里的注\\par}的话\\par',
    ),
  ).toEqual(['table 1x2 heads 0', '| 甲 | 乙', 'note 表里的注', 'text 表后的话', 'note 文里的注']);
});

it('takes changes as accepted, results of fields, no hidden text, no contents, and tells it', async () => {
  const draft = await readDraftHere(
    rtf(
      '{\\field{\\*\\fldinst TOC \\\\o}{\\fldrslt\\pard\\s7 一、总体情况\\tab 1\\par\\pard 二、资金\\tab 2\\par}}' +
        '\\pard 调整为{\\deleted 900}{\\revised 950}万元{\\v 内部}，见{\\field{\\*\\fldinst REF b1}{\\fldrslt 表1}}。\\par' +
        '{\\shp{\\*\\shpinst{\\sp{\\sn w}{\\sv 9}}{\\shptxt\\pard 框里的字\\par}}{\\shprslt 框里的字}}\\pard 后面。\\par',
    ),
    '规划.rtf',
  );
  expect(showDraft(draft)).toEqual(['text 调整为950万元，见表1。', 'text 后面。', 'box 框里的字']);
  expect(draft.remarks).toEqual([
    '文稿里有没有接受的修订，按全部接受后的文字核对。',
    '文稿里有隐藏文字，打印不出来，没有核对。',
    '目录有 2 行，没有核对。',
  ]);
});

it('skips pictures with their bytes, and tells a file that was cut off', async () => {
  expect(await show('\\pard 前{\\pict\\bin3 }}}\\pngblip }后\\par')).toEqual(['text 前后']);
  expect((await readDraftHere(rtf('\\pard 前{\\pict 00}后\\par'), '规划.rtf')).remarks).toEqual([
    '文稿里有图片，其中的字没有核对。',
  ]);
  const whole = rtf('\\pard 一段话。\\par');
  await expect(readDraftHere(whole.subarray(0, whole.length - 3), '规划.rtf')).rejects.toMatchObject({
    code: 'damaged',
    message: expect.stringContaining('没有写完'),
  });
});
