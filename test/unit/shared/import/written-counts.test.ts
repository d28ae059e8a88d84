// 18个 beside a 合计, and telephone columns.
import { describe, expect, it } from 'vitest';
import { type Cell, cells, mapping, problems, readOne, totalWan } from './make-sheet.ts';

const HEADER = cells('序号|县（市、区）|项目名称|项目类型|建设性质|实施地点|建设内容|投资概算（万元）');
const project = (n: number): Cell[] => [n, '红塔区', `项目${n}`, '种植业', '新建', '研和街道', '种茶', 10];

/** Count claimed in the 合计 row, and whether all its figures held. */
function claimed(row: Cell[], header: Cell[] = HEADER, list: Cell[][] = [1, 2, 3].map(project)): [unknown, unknown] {
  const table = readOne([header, row, ...list]);
  if (table.projects.length !== 3 || totalWan(table.projects) !== '30') throw new Error('projects were lost');
  const [claim] = table.claims;
  return [claim?.figures.find(({ column }) => column === 'count')?.value, claim?.heldAtImport];
}

describe('the number of projects in a 合计 row', () => {
  it.each<Cell>(['3个', '共3个项目', '3 个', '（3个）', '3项', '３个', { kind: 'number', text: '3', format: '0"个"' }])(
    '%s in a cell of words',
    (count) => {
      expect(claimed(['红塔区合计', '', count, '', '', '', '', 30])).toEqual([3, true]);
      expect(claimed(['红塔区合计', count, '', '', '', '', '', 30])).toEqual([3, true]);
      expect(claimed(['合计', '', '', '', '', count, '', 30])).toEqual([3, true]);
    },
  );

  it.each(['合计（3个）', '合计3个', '合计：3个项目', '合计共3个项目', '总计（共3项）', '红塔区合计（3个）'])(
    '%s joined to the word',
    (label) => {
      expect(claimed([label, '', '', '', '', '', '', 30])).toEqual([3, true]);
      expect(claimed(['', '', label, '', '', '', '', 30])).toEqual([3, true]);
    },
  );

  it('that is wrong is told', () => {
    const table = readOne([HEADER, ['红塔区合计', '', '18个', '', '', '', '', 30], ...[1, 2, 3].map(project)]);
    expect([table.claims[0]?.heldAtImport, problems(table)]).toEqual([false, ['warning claim-differs C2']]);
  });

  it('is none of a project, whatever it builds', () => {
    const table = readOne([HEADER, [1, '红塔区', '项目一', '种植业', '新建', '研和街道', '3个', 30]]);
    expect([table.projects.length, table.claims.length]).toEqual([1, 0]);
  });
});

it.each([
  '经办人电话',
  '联系电话',
  '联系方式',
  '负责人电话',
  '手机号码',
  '村联系人手机号',
  '经办人联系方式',
  '联系人及电话',
])('%s is a telephone', (word) => {
  const table = readOne([
    cells(`序号|项目名称|建设地点|总投资（万元）|${word}`),
    [1, '甲', '研和街道', 10, '0877-123'],
  ]);
  expect([mapping(table).split(' ').at(-1), table.projects[0]?.values.phone]).toEqual(['E=phone', '0877-123']);
});
