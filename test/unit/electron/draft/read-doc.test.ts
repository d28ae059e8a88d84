// Word 97-2003 documents: headings, numbers that Word computes, notes, accepted changes, tables with their spans; and what
// is said where one cannot be read. The fixture was written by LibreOffice from a document of our own.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readDraftHere } from '#electron/draft/read-draft.ts';
import { showDraft } from '#test/support/drafts/show-draft.ts';
import { makeOle } from '#test/support/make-ole.ts';

const plan = readFileSync(fileURLToPath(new URL('../../../fixtures/draft/plan.doc', import.meta.url)));
const OLE = '\xd0\xcf\x11\xe0';
const WORD = Buffer.from([0xec, 0xa5]);

/** A copy with bytes of the head of the document changed. */
function patched(change: (head: Buffer) => void): Buffer {
  const copy = Buffer.from(plan);
  const at = copy.indexOf(WORD, 512);
  change(copy.subarray(at, at + 512));
  return copy;
}

it('keeps headings, computed numbers, notes, accepted changes and merged cells in their order', async () => {
  const draft = await readDraftHere(plan, '规划.doc');
  expect(draft.format).toBe('doc');
  expect(showDraft(draft)).toEqual([
    'h1 测试区有效衔接规划',
    'h1 一、总体情况',
    'text 规划期内共安排项目 120 个，总投资 15 867.25 万元，其中中央资金 8 000 万元。',
    'note 数据来自区级台账，截至 2021 年 6 月。',
    'h2 （一）分类安排',
    'list 1. 建设冷库 3 座',
    'list ① 一号冷库',
    'list ② 二号冷库',
    'list 2. 硬化道路 12 公里',
    'h1 二、资金安排',
    'text 调整后为950万元。',
    'caption 表4-1  项目投资情况',
    'text 单位：万元',
    'table 5x4 heads 2',
    '| 类别 2x1 | 项目 1x2 | 备注 2x1',
    '| 个数 | 总投资',
    '| 一、产业⏎帮扶 | 60 | 13764.05 | ',
    '| 二、就业帮扶 | 15 | 856.75 | 注',
    '| 合计 1x2 | 14620.80 | ',
    'text 表后的一段文字。',
  ]);
  expect(draft.remarks).toEqual(['文稿里有没有接受的修订，按全部接受后的文字核对。']);
});

it('reads by the content, whatever the name ends in', async () => {
  for (const name of ['规划.wps', '规划.docx', '规划.pdf'])
    expect((await readDraftHere(plan, name)).format).toBe('doc');
});

it('says that a password is in the way', async () => {
  const locked = patched((head) => head.writeUInt16LE(head.readUInt16LE(10) | 0x0100, 10));
  await expect(readDraftHere(locked, '规划.doc')).rejects.toMatchObject({
    code: 'encrypted-file',
    message: '“规划.doc”：文稿设了打开密码，无法读取。请用 Word 或 WPS 打开，去掉密码后另存，再选另存的文件。',
  });
});

it('says that a document is too old', async () => {
  const old = patched((head) => head.writeUInt16LE(0xa5dc, 0));
  await expect(readDraftHere(old, '规划.doc')).rejects.toMatchObject({
    code: 'unsupported-file',
    message: expect.stringContaining('Word 95 或更早'),
  });
});

it('says that a document is cut off, wherever it was cut', async () => {
  for (const share of [0.1, 0.3, 0.5, 0.7, 0.95]) {
    const cut = plan.subarray(0, Math.round(plan.length * share));
    const draft = await readDraftHere(cut, '规划.doc').catch((error: unknown) => error);
    expect(draft).toMatchObject({ code: 'damaged', message: expect.stringContaining('重新索取') });
  }
});

it('tells a wrong length or place as damage', async () => {
  const long = patched((head) => head.writeInt32LE(0x7fffffff, 0x4c));
  await expect(readDraftHere(long, '规划.doc')).rejects.toMatchObject({ code: 'damaged' });
  const away = patched((head) => head.writeUInt32LE(0x7fffffff, 0x9a + 33 * 8));
  await expect(readDraftHere(away, '规划.doc')).rejects.toMatchObject({ code: 'damaged' });
});

it('names what else comes in such a container', async () => {
  expect(plan.toString('latin1', 0, 4)).toBe(OLE);
  await expect(readDraftHere(makeOle('PowerPoint Document'), '汇报.doc')).rejects.toMatchObject({
    code: 'unsupported-file',
    message: expect.stringContaining('演示文稿'),
  });
  await expect(readDraftHere(makeOle('Unknown'), '汇报.doc')).rejects.toMatchObject({ code: 'unsupported-file' });
});
