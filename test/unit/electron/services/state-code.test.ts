// The 校验码 on paper and in files: it names a state of the log, and no file that never had it answers to it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { chainHead } from '#electron/db/kernel/chain.ts';
import { openPackage } from '#electron/excel/write/patch/package.ts';
import { exportDocument } from '#electron/services/document.ts';
import { exportFindings, exportNotice, exportProjects, exportTables } from '#electron/services/export.ts';
import { exportFrame } from '#electron/services/frame/frame-book.ts';
import { printDocument } from '#electron/services/print.ts';
import { editProjects } from '#electron/services/project-edit.ts';
import type { Session } from '#electron/services/session.ts';
import { findState, stateCodeOf } from '#electron/services/state-code.ts';
import { readStateCode, shortChainHead, stateCodeText } from '#shared/domain/state-code.ts';
import { stateWords } from '#shared/format/state-words.ts';
import { jobFrom, type PrintWhat } from '#shared/print/print-job.ts';
import { documentOptions } from '#shared/text/document-options.ts';
import { tamper } from '#test/support/tamper.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';

const folder = makeTempFolder();
const TODAY = new Date(2025, 2, 1);

function setTotal(session: Session, text: string): void {
  const id = session.planData().projects[0]?.id ?? '';
  editProjects(session, { edits: [{ id, column: 'total', text }], skipInvalid: false });
}

/** A workbook with two edits, and the code after each. */
function edited(): { path: string; session: Session; codes: string[] } {
  const path = makeWorkbook(folder, { sample: true });
  const { session } = openSession(path);
  const codes = ['11', '22'].map((text) => {
    setTotal(session, text);
    return stateCodeOf(session);
  });
  return { path, session, codes };
}

describe('readStateCode', () => {
  const HEAD = '1a2b0c4d5e6f7a8b';
  it.each([
    '1a2b 0c4d 5e6f 7a8b',
    '1A2B0C4D5E6F7A8B',
    '  校验码 1a2b 0c4d 5e6f 7a8b　2026-11-30 ',
    '校验码：1a2b-0c4d-5e6f-7a8b',
    '１ａ２ｂ ０ｃ４ｄ ５ｅ６ｆ ７ａ８ｂ',
    'Ia2b Oc4d 5e6f 7a8b',
    'la2b oc4d se6f 7a8b',
  ])('reads %s', (text) => expect(readStateCode(text)).toBe(HEAD));

  it.each(['', '1a2b 0c4', '校验码', 'xyz12345678', '1a2b 0c4d 第3步', 'a'.repeat(65)])('refuses %s', (text) =>
    expect(readStateCode(text)).toBeNull(),
  );

  it('reads what is printed', () => {
    const head = 'f'.repeat(40) + '0'.repeat(24);
    expect(readStateCode(stateCodeText(head, '2026-11-30T08:00:00.000Z'))).toBe('f'.repeat(16));
    expect(stateCodeText('', null)).toBe('');
    expect(readStateCode(head)).toBe(head);
  });
});

describe('findState', () => {
  it('names step, time and what came after, of today’s state and of earlier ones', () => {
    const { session, codes } = edited();
    const [first = '', second = ''] = codes;
    const { db } = session.file;
    expect(findState(db, second)).toMatchObject({ stepsSince: 0, isProven: true });
    const before = findState(db, first);
    expect(before).toMatchObject({ step: (findState(db, second)?.step ?? 0) - 1, stepsSince: 1, isProven: true });
    expect(stateWords(findState(db, second))).toMatchObject({ verdict: 'same' });
    expect(stateWords(before).text).toMatch(/^是这个工作簿第 \d+ 步“.+”（\d{4}-.+）以后的内容，此后又有 1 步修改。/);
    session.close();
  });

  it('does not know the code of another workbook, nor one that an earlier copy has not reached', () => {
    const { session, codes } = edited();
    const other = openSession(makeWorkbook(folder)).session;
    expect(findState(other.file.db, codes[1] ?? '')).toBeNull();
    expect(stateWords(null).verdict).toBe('unknown');
    setTotal(session, '33');
    expect(findState(session.file.db, codes[1] ?? '')).toMatchObject({ stepsSince: 1 });
    session.close();
    other.close();
  });

  it('proves nothing where the log was changed at the step or before it, and says so; later changes do no harm', () => {
    const { path, session, codes } = edited();
    const step = findState(session.file.db, codes[0] ?? '')?.step ?? 0;
    session.close();
    tamper(path, `UPDATE change_set SET label = '别的' WHERE id = ${step + 1}`);
    const db = new BetterSqlite3(path);
    expect(findState(db, codes[0] ?? '')).toMatchObject({ isProven: true });
    expect(findState(db, codes[1] ?? '')).toMatchObject({ isProven: false });
    db.close();
    tamper(path, `UPDATE change_set SET at = '2020-01-01T00:00:00.000Z' WHERE id = ${step}`);
    const again = new BetterSqlite3(path);
    const found = findState(again, codes[0] ?? '');
    expect(found).toMatchObject({ isProven: false });
    expect(stateWords(found)).toMatchObject({ verdict: 'unproven', text: expect.stringContaining('不能证明') });
    again.close();
  });

  it('refuses what is no code and what fits several states', () => {
    const { path, session } = edited();
    const { db } = session.file;
    expect(() => findState(db, '第3步')).toThrow('不是校验码');
    session.close();
    const same = '0'.repeat(60);
    tamper(path, `UPDATE link SET hash = '${same}' || printf('%04d', change_set)`);
    const forged = new BetterSqlite3(path);
    expect(() => findState(forged, '0000 0000')).toThrow('请把校验码输完整');
    expect(findState(forged, `${same}0001`)).toMatchObject({ step: 1, isProven: false });
    forged.close();
  });
});

describe('on paper', () => {
  const PRINTS: PrintWhat[] = ['annex', 'tables', 'findings', 'notice'];

  it('stands at the foot of every page, but for notices, and stays out where it is not wished', () => {
    const { session } = edited();
    const code = `校验码 ${shortChainHead(chainHead(session.file.db))}`;
    for (const what of PRINTS) {
      const html = (choice: object): string => printDocument(session, jobFrom(what, choice), TODAY).html;
      const pages = html({ code: true });
      expect(pages.split('<div class="page ').length).toBeGreaterThan(1);
      expect(pages.split(code)).toHaveLength(pages.split('<div class="page ').length);
      expect(html({ code: false })).not.toContain('校验码');
      expect(html({}).includes(code)).toBe(what !== 'notice');
    }
    session.close();
  });

  it('is another one after a step, and the old one again in no print', () => {
    const { session } = edited();
    const html = (): string => printDocument(session, jobFrom('tables'), TODAY).html;
    const before = stateCodeOf(session);
    expect(html()).toContain(before);
    setTotal(session, '44');
    expect(html()).toContain(stateCodeOf(session));
    expect(html()).not.toContain(before);
    session.close();
  });
});

describe('in files', () => {
  const partsOf = (file: string, part: string): string => openPackage(readFileSync(file)).text(part);

  it('is printed at the foot of every sheet, and stands in no cell', async () => {
    const { session } = edited();
    const code = stateCodeOf(session);
    const out = (name: string): string => join(folder, `${name}.xlsx`);
    const list = { totalPosition: 'first', numbering: 'continuous', formulas: true } as const;
    await exportProjects(session, out('projects'), list);
    await exportTables(session, out('tables'), {});
    await exportFindings(session, out('findings'), { groupBy: 'rule', published: false });
    await exportNotice(session, out('noted'), jobFrom('notice', { code: true }), TODAY);
    await exportNotice(session, out('notice'), jobFrom('notice'), TODAY);
    await exportFrame(session, out('frame'));
    const options = documentOptions.parse({});
    await exportDocument(session, out('document'), options, { rasterise: async () => [], progress: () => undefined });
    for (const name of ['projects', 'tables', 'findings', 'noted', 'document', 'frame']) {
      expect(partsOf(out(name), 'xl/worksheets/sheet1.xml')).toContain(`&amp;R&amp;7${code}</oddFooter>`);
      expect(partsOf(out(name), 'xl/sharedStrings.xml')).not.toContain('校验码');
    }
    expect(partsOf(out('notice'), 'xl/worksheets/sheet1.xml')).not.toContain('校验码');
    session.close();
  });

  it('stands at the foot of a report in Word; an official document keeps its foot free and has it in its properties', async () => {
    const { session } = edited();
    const code = stateCodeOf(session);
    for (const look of ['report', 'official'] as const) {
      const file = join(folder, `${look}.docx`);
      const options = documentOptions.parse({ look, parts: ['years'] });
      await exportDocument(session, file, options, { rasterise: async () => [], progress: () => undefined });
      expect(partsOf(file, 'word/footer1.xml').includes(code)).toBe(look === 'report');
      expect(partsOf(file, 'docProps/core.xml')).toContain(code);
    }
    session.close();
  });
});
