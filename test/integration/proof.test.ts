// 文稿核对 through the one door and the command line: without a workbook and with one, marked copy, list, print.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readDraftHere } from '#electron/draft/read-draft.ts';
import { readWorkbookFile } from '#electron/excel/read/index.ts';
import { openPackage } from '#electron/excel/write/patch/package.ts';
import { makeTestApp } from '#test/support/app.ts';
import { paragraph } from '#test/support/make-docx.ts';
import { makeDraftDocx } from '#test/support/make-draft-docx.ts';
import { readPdf } from '#test/support/pdf.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { commentedTexts } from '#test/support/word-parts.ts';
import { makeWorkbook } from '#test/support/workbook.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

const folder = makeTempFolder();
const draftFile = join(folder, '规划（送审稿）.docx');
writeFileSync(draftFile, makeDraftDocx());
const test = makeTestApp(folder);
afterAll(() => test.app.close());

const prove = () => test.call('proof.file', { token: test.openToken(draftFile) });
const textsOf = async (file: string) =>
  (await readWorkbookFile(file)).sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map(({ cells }) => cells.map(({ value }) => value?.text ?? '')),
  }));

it('finds nothing in a plan that this program wrote itself, alone and against its workbook', async () => {
  const book = makeWorkbook(folder, { sample: true });
  const own = join(folder, '规划文稿.docx');
  await xianjie('document', book, own);
  const ways = [[], ['--workbook', book]];
  for (const way of ways) {
    const { findings, figures } = (await xianjie('proof', own, ...way, '--json')).json() as {
      findings: { message: string }[];
      figures: { checked: number };
    };
    expect(findings.map(({ message }) => message)).toEqual([]);
    expect(figures.checked).toBeGreaterThan(900);
  }
});

describe('without a workbook', () => {
  it('finds what contradicts, names both places, and keeps the proof for what follows', async () => {
    const view = await prove();
    expect(view).toMatchObject({ name: '规划（送审稿）.docx', plan: null, canMark: true });
    expect(view.draft.blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
      'table',
    ]);
    const inTable = view.report.findings.find(({ where }) => where.kind === 'table');
    expect(inTable).toMatchObject({
      level: 'error',
      raw: '660.00',
      expected: '600',
      difference: '60',
      where: { block: 4, row: 4, column: 2 },
    });
    expect(inTable?.place).toMatchObject({ table: 1, row: '合计', column: '总投资', paragraph: null });
    expect(inTable?.place.words).toBe(
      '第四章 投资概算 › 一、分类投资 › 表4-1 分类投资汇总表（单位：万元）：“合计”行“总投资”列',
    );
    const inText = view.report.findings.find(({ where }) => where.kind === 'text');
    expect(inText?.place).toMatchObject({ kind: 'text', paragraph: 3, table: null });
  });

  it('writes the marked copy, the list and the print, never over the draft itself', async () => {
    const { id, report } = await prove();
    const marked = await test.call('proof.mark', { id, token: test.saveToken('批注稿.docx') });
    expect(marked).toMatchObject({ name: '批注稿.docx', notes: [] });
    const bytes = readFileSync(join(folder, '批注稿.docx'));
    expect(commentedTexts(openPackage(bytes).text('word/document.xml'))).toEqual(report.findings.map(({ raw }) => raw));
    expect(openPackage(bytes).text('word/comments.xml')).toContain(report.findings[0]?.message);
    expect((await readDraftHere(bytes, 'x')).blocks).toEqual(
      (await readDraftHere(readFileSync(draftFile), 'x')).blocks,
    );

    await test.call('proof.list', { id, token: test.saveToken('清单.xlsx') });
    const [list] = await textsOf(join(folder, '清单.xlsx'));
    expect(list?.name).toBe('核对清单');
    expect(list?.rows[2]?.slice(0, 8)).toEqual(['序号', '级别', '位置', '原文', '应为', '差额', '说明', '可能原因']);
    expect(list?.rows.find((row) => row.includes('660.00'))).toContain('错误');

    await test.call('proof.pdf', { id, token: test.saveToken('清单.pdf') });
    const [page] = await readPdf(join(folder, '清单.pdf'));
    expect(page?.lines[0]).toContain('“规划（送审稿）.docx”核对清单');
    expect((await test.call('proof.paper', { id })).html).toContain('660.00');
    const own = await test.refuse('proof.mark', { id, token: test.app.grantFile(draftFile).token });
    expect(own.message).toBe('不能覆盖原来的文稿。请换一个文件名。');
  });

  it('says why no marked copy is written: another format, a file that was changed since', async () => {
    const text = await test.call('proof.text', { text: '规划项目共47个，其中：产业20个，基础设施26个。' });
    expect(text).toMatchObject({ name: '粘贴的文字', canMark: false });
    const refused = await test.refuse('proof.mark', { id: text.id, token: test.saveToken('x.docx') });
    expect(refused.message).toContain('写不出批注稿。请导出核对清单');

    const changing = join(folder, '会变.docx');
    writeFileSync(changing, makeDraftDocx());
    const { id } = await test.call('proof.file', { token: test.openToken(changing) });
    writeFileSync(changing, makeDraftDocx().subarray(0, 200));
    expect((await test.refuse('proof.mark', { id, token: test.saveToken('y.docx') })).message).toContain('文件已损坏');
    writeFileSync(changing, makeDraftDocx(paragraph('新加一段')));
    const again = await test.call('proof.again', { id });
    expect(again.id).toBe(id);
    expect(again.draft.blocks).toHaveLength(6);
  });

  it('proves a long draft in a thread, with the same result', async () => {
    const filler = Array.from({ length: 1500 }, (_, n) =>
      paragraph(`第${n + 1}条：${'写得长一些的说明'.repeat(9)}。`),
    ).join('');
    const long = join(folder, '很长.docx');
    writeFileSync(long, makeDraftDocx(filler));
    const { report } = await test.call('proof.file', { token: test.openToken(long) });
    expect(report.findings).toEqual((await prove()).report.findings);
  });

  it('forgets old proofs and says so', async () => {
    const { id } = await prove();
    for (let n = 0; n < 4; n++) await prove();
    expect((await test.refuse('proof.again', { id })).message).toBe('这份核对结果已不在，请重新选择文稿。');
  });
});

describe('xianjie proof', () => {
  it('gives the contract’s JSON and exit status, writes copy and list', async () => {
    const [out, list] = [join(folder, 'cli.docx'), join(folder, 'cli.xlsx')];
    const run = await xianjie('proof', draftFile, '--out', out, '--list', list, '--json');
    expect(run.status, run.err).toBe(1);
    const json = run.json() as { tables: number; figures: object; findings: { where: object; raw: string }[] };
    expect(json.tables).toBe(1);
    expect(json.figures).toEqual({
      checked: expect.any(Number),
      agree: expect.any(Number),
      unlocated: expect.any(Number),
    });
    expect(json.findings.find(({ raw }) => raw === '660.00')).toMatchObject({
      level: 'error',
      where: { kind: 'table', table: 1, row: '合计', column: '总投资' },
      message: expect.stringContaining('660.00'),
    });
    expect(commentedTexts(openPackage(readFileSync(out)).text('word/document.xml'))).toHaveLength(json.findings.length);
    expect((await textsOf(list))[0]?.name).toBe('核对清单');
  });

  it('proves against a workbook, and ends with 0 where nothing is wrong', async () => {
    const workbook = join(folder, '样例.xianjie');
    expect((await xianjie('new', workbook, '--region', '530402', '--sample')).status).toBe(0);
    const sentence = join(folder, '一句.txt');
    writeFileSync(sentence, '规划项目总投资664569.38万元。');
    const wrong = await xianjie('proof', sentence, '--workbook', workbook, '--json');
    expect(wrong.status, wrong.err).toBe(1);
    expect(JSON.stringify(wrong.json())).toContain('664599.38');
    expect((await xianjie('proof', sentence)).status).toBe(0);
  });

  it.each([
    ['a file that is not there', ['没有.docx'], 3, '找不到'],
    ['a marked copy of a text', ['一句.txt', '--out', 'z.docx'], 3, '写不出批注稿'],
    ['a wrong ending', ['一句.txt', '--out', 'z.doc'], 2, '扩展名应为 .docx'],
  ])('refuses %s', async (_, [name = '', ...rest], status, words) => {
    const run = await xianjie(
      'proof',
      join(folder, name),
      ...rest.map((part) => (part.includes('.') ? join(folder, part) : part)),
    );
    expect(run.status).toBe(status);
    expect(run.err).toContain(words);
  });
});
