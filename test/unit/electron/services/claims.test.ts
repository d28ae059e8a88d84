// 声明数 in a workbook: typed, changed, undone, deleted; printed tables kept.
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { findAll } from '#electron/services/checks.ts';
import { keepPrinted, listClaims, removeClaims, saveClaim } from '#electron/services/claims.ts';
import type { Session } from '#electron/services/session.ts';
import { HONGTA_CLASSES } from '#seeds/published-hongta.ts';
import type { TypedClaim } from '#shared/checks/typed-claims.ts';
import { makeTestApp } from '#test/support/app.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';

const folder = makeTempFolder();
const PRINTED = resolve(import.meta.dirname, '../../../fixtures/hongta-printed-tables.xlsx');
const CLAIM: TypedClaim = {
  table: '市级 表3',
  row: 'total',
  column: 'count',
  text: '479',
  unit: '万元',
  source: '第12页',
  isStrict: true,
};

/** Findings about written figures; other rules find something in the sample too. */
const differing = (session: Session) => findAll(session).filter(({ rule }) => rule === 'X01');

it('a typed figure is one undo step each time, and is there after a restart', () => {
  const path = makeWorkbook(folder, { sample: true });
  const { session } = openSession(path);
  const verdicts = (): string[] =>
    listClaims(session, { published: false }).flatMap(({ lines }) =>
      lines.map(({ raw, verdict }) => `${raw} ${verdict}`),
    );
  const id = saveClaim(session, { id: null, claim: CLAIM });
  expect(session.status().undo?.label).toBe('录入声明数：市级 表3 合计 项目个数 479');
  expect(verdicts()).toEqual(['479 different']);
  expect(differing(session).map(({ claimId }) => claimId)).toEqual([id]);
  saveClaim(session, { id, claim: { ...CLAIM, text: '514' } });
  expect(verdicts()).toEqual(['514 equal']);
  expect(differing(session)).toEqual([]);
  session.undo();
  expect(verdicts()).toEqual(['479 different']);
  session.close();

  const again = openSession(path).session;
  expect(removeClaims(again, [id, 'gone'])).toBe(1);
  expect(differing(again)).toEqual([]);
  again.undo();
  expect(differing(again)).toHaveLength(1);
  expect(() => saveClaim(again, { id: 'gone', claim: CLAIM })).toThrow(/已不在/);
  expect(() => saveClaim(again, { id: null, claim: { ...CLAIM, text: 'x' } })).toThrow(/正整数/);
  again.close();
});

it('a kept printed table is checked each time, and replaced by a newer one of the same number', () => {
  const { session } = openSession(makeWorkbook(folder, { sample: true }));
  expect(keepPrinted(session, [HONGTA_CLASSES])).toEqual(['表4']);
  const own = differing(session).find(({ row }) => row === '五、乡村基础设施建设');
  expect(own).toMatchObject({
    difference: '-30',
    printed: { document: HONGTA_CLASSES.document, table: '表4' },
    figure: { row: 'category:county.infrastructure', column: 'total' },
  });
  const before = findAll(session).length;
  keepPrinted(session, [HONGTA_CLASSES]);
  expect(findAll(session)).toHaveLength(before);
  expect(listClaims(session, { published: false }).map(({ label, recordId }) => [label, recordId !== null])).toEqual([
    [`${HONGTA_CLASSES.document} › 表4`, true],
  ]);
  session.undo();
  expect(differing(session)).toEqual([]);
  session.close();
});

it('printed tables come from a spreadsheet too, and stay in the workbook', async () => {
  const test = makeTestApp(join(folder, 'app'));
  const path = makeWorkbook(folder, { sample: true });
  await test.call('workbook.open', { token: test.openToken(path) });
  const { tables } = await test.call('claims.keepPrinted', { tokens: [test.openToken(PRINTED)] });
  expect(tables.length).toBeGreaterThan(5);
  await test.call('workbook.open', { token: test.openToken(path) });
  const { groups } = await test.call('claims.list', {});
  expect(groups).toHaveLength(tables.length);
  const lines = groups.flatMap((group) => group.lines);
  expect(
    lines.find(({ row, column }) => row.includes('乡村基础设施建设') && column.startsWith('总投资')),
  ).toMatchObject({
    declared: '418659.38',
    own: '418689.38',
    difference: '-30',
    verdict: 'different',
  });
  const { findings } = await test.call('checks.run', {});
  expect(findings.filter(({ printed }) => printed?.document === 'hongta-printed-tables.xlsx').length).toBeGreaterThan(
    5,
  );
  test.app.close();
});
