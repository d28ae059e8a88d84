// Own rules in a workbook: findings, files, one undo step, and the command line.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findAll } from '#electron/services/checks.ts';
import { exportOwnRules, importOwnRules } from '#electron/services/own-rules.ts';
import { editProjects } from '#electron/services/project-edit.ts';
import { saveRecords } from '#electron/services/records.ts';
import { recordsOf } from '#shared/records/records.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';
import { xianjie } from '../cli/run-in-process.ts';

const folder = makeTempFolder();
const rule = { name: '投资不过亿', formula: '总投资 <= 10000', level: 'error', note: '', on: true };

it('findings follow edits of projects and of the rule', () => {
  const { session } = openSession(makeWorkbook(folder, { sample: true }));
  const found = () => findAll(session).filter(({ rule: id }) => id.startsWith('Z'));
  saveRecords(session, { changes: [{ kind: 'own-rule', id: 'Z01', value: rule }] });
  const before = found();
  expect(before.length).toBeGreaterThan(0);
  expect(before[0]).toMatchObject({ rule: 'Z01', level: 'error', columnKey: 'total', right: '10000' });
  const [first] = before;
  editProjects(session, {
    edits: [{ id: first?.projectId ?? '', column: 'total', text: '10' }],
    skipInvalid: false,
  });
  expect(found()).toHaveLength(before.length - 1);
  saveRecords(session, { changes: [{ kind: 'own-rule', id: 'Z01', value: { ...rule, on: false } }] });
  expect(found()).toEqual([]);
  saveRecords(session, { changes: [{ kind: 'own-rule', id: 'Z01', value: { ...rule, formula: '总投姿 > 1' } }] });
  expect(found()).toMatchObject([{ rule: 'Z01', row: '投资不过亿' }]);
  session.close();
});

it('rules go out to a file and come in again, as one undo step; other files are refused', async () => {
  const { session } = openSession(makeWorkbook(folder));
  const file = join(folder, '规则.xjrules');
  await expect(exportOwnRules(session, file)).rejects.toThrow('还没有自定义审核规则');
  const years = { ...rule, name: '年限', formula: '完工年 >= 开工年' };
  saveRecords(session, {
    changes: [
      { kind: 'own-rule', id: 'Z01', value: rule },
      { kind: 'own-rule', id: 'Z02', value: years },
    ],
  });
  expect(await exportOwnRules(session, file)).toMatchObject({ name: '规则.xjrules', rules: 2 });
  session.close();

  const other = openSession(makeWorkbook(folder)).session;
  expect(importOwnRules(other, file).added.map(({ id }) => id)).toEqual(['Z01', 'Z02']);
  expect(importOwnRules(other, file)).toMatchObject({ added: [], known: ['投资不过亿', '年限'] });
  expect(other.status().undo?.label).toBe('导入 2 条自定义规则');
  other.undo();
  expect(recordsOf(other.planData().records, 'own-rule').size).toBe(0);
  const wrong = join(folder, '别的.json');
  writeFileSync(wrong, '{"rules":[]}');
  expect(() => importOwnRules(other, wrong)).toThrow('没有导入“别的.json”：不是自定义审核规则文件');
  other.close();
});

it('the command line lists, exports and imports', async () => {
  const [from, to] = [makeWorkbook(folder, { sample: true }), makeWorkbook(folder)];
  const { session } = openSession(from);
  saveRecords(session, { changes: [{ kind: 'own-rule', id: 'Z01', value: rule }] });
  session.close();
  const listed = (await xianjie('rules', 'list', from, '--json')).json() as {
    rules: { checked: number; broken: number }[];
  };
  expect(listed.rules).toMatchObject([{ id: 'Z01', name: '投资不过亿', checked: 514 }]);
  expect(listed.rules[0]?.broken).toBeGreaterThan(0);
  const file = join(folder, 'cli.xjrules');
  expect((await xianjie('rules', 'export', from, file)).status).toBe(0);
  expect((await xianjie('rules', 'import', to, file)).err).toContain('新增 1 条规则');
  expect((await xianjie('rules', 'list', to)).out).toContain('投资不过亿');
  expect((await xianjie('rules', 'change', to)).status).toBe(2);
  expect((await xianjie('rules', 'import', to, join(folder, 'none.json'))).status).toBe(3);
  expect((await xianjie('check', from, '--json')).out).toContain('"rule":"Z01"');
});
