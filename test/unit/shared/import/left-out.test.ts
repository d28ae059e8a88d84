// What an import leaves out is said: rows in conflict with their reason, skipped rows, set-aside rows, columns, sheets.
import { expect, test } from 'vitest';
import { findLeftOut, leftOutSentences } from '#shared/import/left-out.ts';
import { makePreview, makeRow, makeTable } from '#test/unit/renderer/import/previews.ts';

const column = (letter: string, header: string, field: string | null, samples: string[] = ['甲']) => ({
  column: letter,
  header,
  field,
  confidence: 1,
  reason: '',
  samples,
});

test('nothing is said where all came in', () => {
  const preview = makePreview({ rows: [makeRow()], problems: [] });
  expect(leftOutSentences(findLeftOut(preview), preview.tables)).toEqual([]);
});

test('each kind has its sentence', () => {
  const problem = {
    level: 'info' as const,
    sheet: '表',
    cell: 'A9',
    raw: '',
    message: '“旧表”是隐藏的工作表，没有读取。',
    proposal: '',
  };
  const preview = makePreview({
    tables: [
      makeTable({
        sheet: '表',
        columns: [column('B', '项目名称', 'name'), column('G', '形象进度', null), column('H', '空栏', null, [])],
      }),
      makeTable({ sheet: '汇总', kind: 'summary' }),
      makeTable({ sheet: '进度', kind: 'progress' }),
    ],
    rows: [
      ...Array.from({ length: 6 }, (_, index) => makeRow({ row: index + 5, action: 'conflict', reason: '同名' })),
      makeRow({ row: 30, action: 'skip' }),
    ],
    problems: [
      { ...problem, code: 'row-part' },
      { ...problem, code: 'row-unnamed' },
      { ...problem, code: 'hidden-sheet' },
    ],
    unreadable: [{ file: '通讯录.csv', message: '没有表头' }],
  });
  const left = findLeftOut(preview);
  const sentences = leftOutSentences(left, preview.tables);
  expect(sentences[0]).toBe('冲突 6 行，没有导入：');
  expect(sentences[1]).toContain('第 5 行“某村道路硬化”：同名');
  expect(sentences).toContain('……还有 1 行。');
  expect(sentences).toContain('去掉了勾选的 1 行，没有导入。');
  expect(sentences.join('\n')).toContain('2 行不是项目');
  expect(sentences.join('\n')).toContain('1 列没有对应的栏目，只保留在“查看来源”中：表 G列“形象进度”。');
  expect(sentences).toContain('“汇总”不含项目，数字留作核对。');
  expect(sentences.join('\n')).not.toContain('“进度”');
  expect(left.told).toEqual(['“旧表”是隐藏的工作表，没有读取。', '通讯录.csv：没有表头']);
  expect(sentences.join('\n')).not.toContain('通讯录');
});
