// Every contradiction of the two printed plans (handbook 1.2 and 1.3), one line each — and nothing else. As the seeds hold
// the print with its text, and as the printed books hold the tables alone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWorkbookBytes } from '#electron/excel/read/index.ts';
import { planDefaults, referenceFor } from '#seeds/index.ts';
import { publishedTablesOf } from '#seeds/published.ts';
import { checkPublished } from '#shared/checks/check-published.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { tableOfClaims } from '#shared/checks/published-claims.ts';
import { readWorkbookNow, tableContext } from '#shared/import/read-workbook.ts';

/** Where the contradiction shows: in the tables alone, or only beside the text. */
type Line = readonly [name: string, seen: 'tables' | 'text', finding: string];

const DISTRICT: readonly Line[] = [
  ['D1', 'tables', 'T03 rounding 表4-1 一、乡村特色产业帮扶 总投资 137640.5 137640.47 0.03'],
  ['D1 in chapter 5', 'text', 'X02 rounding 表4-1 一、乡村特色产业帮扶 第五章正文总投资 137640.47 137640.5 -0.03'],
  ['D2', 'tables', 'T03 error 表4-5 五、乡村基础设施建设 总投资 418659.38 418689.38 -30'],
  ['D2: the row left out', 'tables', 'T05 warning 表4-5 五、乡村基础设施建设 总投资 418659.38 418689.38 -30'],
  ['D3', 'text', 'X02 warning 表4-6 六、乡村公共服务提升 第四章正文总投资 81310.81 80455.81 855'],
  ['D4', 'text', 'T03 error 表4-6 六、乡村公共服务提升 项目个数 81 82 -1'],
  ['D5', 'tables', 'T02 error 表5-1 2021-2025年 总投资 664569.38 664569.68 -0.3'],
  ['D6', 'text', 'T01 error 表5-1 2021-2025年 总投资 664569.38 664569.48 -0.1'],
  ['D7', 'tables', 'T04 error 表5-1 2021-2025年 行业部门专项资金 403187.57 403187.87 -0.3'],
  ['D8: headings as printed', 'text', 'T04 rounding 表4 合计 总投资 664569.38 664569.41 -0.03'],
  ['D8: rows', 'text', 'T04 warning 表4 合计 总投资 664569.38 664599.38 -30'],
  ['D9', 'text', 'X02 warning 表4-3 就业（公益性岗位就业） 正文公益性岗位就业资金 28 47.54 -19.54'],
  ['D10', 'text', 'X07 error 表5-1 表头 资金来源 235092.61 235092.51 0.1'],
  ['D11', 'text', 'X03 warning 表4-2  四（二）正文引用 表4-1 表4-2'],
  ['D12: 教育', 'text', 'X02 info 表4-6 （一）教育帮扶 第四章正文名称 教育扶贫巩固提升 教育帮扶'],
  ['D12: 健康', 'text', 'X02 info 表4-6 （二）健康帮扶 第四章正文名称 健康扶贫巩固提升 健康帮扶'],
  [
    'D12: 活服务设施',
    'tables',
    'T18 warning 表4-6 留守儿童、妇女、残疾人等活服务设施 名称 残疾人等活服务 残疾人等生活服务',
  ],
  ['D12: 有效斜街', 'text', 'T18 warning 表4  规划目标正文 有效斜街 有效衔接'],
  ['D13', 'text', 'X06 warning 表5-1  总投资 逐年减少 2022年、2024年'],
  ['D14', 'tables', 'T10 warning 表4-6 （六）留守儿童、妇女、残疾人等活服务设施 总投资 3 3'],
  ['1.1: no （一）', 'tables', 'T12 warning 表4-4 四、生态经济发展 编号 （二）（三）'],
  [
    '1.1: no （三）',
    'tables',
    'T12 warning 表4-6 六、乡村公共服务提升 编号 （一）（二）（四）（五）（六）（七）（八）',
  ],
];

const CITY: readonly Line[] = [
  ['特色产业', 'tables', 'T04 rounding 表2 乡村特色产业帮扶 总计 903252 903251 1'],
  ['基础设施', 'tables', 'T04 rounding 表2 乡村基础设施建设 总计 1023989 1023988 1'],
  ['公共服务', 'tables', 'T04 rounding 表2 乡村公共服务提升 总计 218838 218839 -1'],
  ['分县总投资', 'tables', 'T04 rounding 表2 分县总投资 总计 3174478 3174477 1'],
  ['澄江', 'tables', 'T04 rounding 表2 分县总投资 澄江市 172714 172715 -1'],
  ['华宁', 'tables', 'T04 rounding 表2 分县总投资 华宁县 199830 199829 1'],
  ['江川 sources', 'tables', 'T01 rounding 表3 江川区 总投资 567098 567097 1'],
  ['澄江 sources', 'tables', 'T01 rounding 表3 澄江市 总投资 172714 172713 1'],
  ['sources of all', 'tables', 'T01 rounding 表3 总计 总投资 3174478 3174479 -1'],
  ['column 总投资', 'tables', 'T04 rounding 表3 总计 总投资 3174478 3174477 1'],
  ['column 行业', 'tables', 'T04 rounding 表3 总计 行业部门专项资金 1701187 1701186 1'],
  ['column 自筹', 'tables', 'T04 rounding 表3 总计 县级自筹资金 89923 89921 2'],
  ['column 其他', 'tables', 'T04 rounding 表3 总计 其他 744854 744853 1'],
  ['title of 表2', 'text', 'T18 warning 表2  表题 脱贫拓展脱贫 巩固拓展脱贫'],
  ['title of 表3', 'text', 'T18 warning 表3  表题 脱贫拓展脱贫 巩固拓展脱贫'],
  ['header of 表1', 'text', 'T18 warning 表1 表头 指示属性 指示属性 指标属性'],
  ['seven names, “八大类”', 'text', 'X02 warning 表2  规划项目正文 8 7'],
];

function short({ rule, level, table, row, column, left, right, difference }: Finding): string {
  return [rule, level, table, row, column.replace('（万元）', ''), left, right, difference].join(' ').trim();
}

async function ofBook(name: string, regionCode: string): Promise<Finding[]> {
  const book = await readWorkbookBytes(readFileSync(join(import.meta.dirname, '../../../fixtures', name)), name);
  const reference = referenceFor(regionCode);
  const { tables } = readWorkbookNow(book, tableContext(planDefaults(regionCode, 2021, 2025), reference));
  return checkPublished(
    tables.flatMap(({ reading }) => {
      const claims = reading.claims.map((claim, index) => ({ ...claim, id: String(index), file: name, batchId: null }));
      return tableOfClaims(claims, reference) ?? [];
    }),
  );
}

describe.each([
  ['district', DISTRICT, '530402'],
  ['city', CITY, '530400'],
] as const)('the %s’s print with its text', (_, lines, regionCode) => {
  const found = checkPublished(publishedTablesOf(regionCode)).map(short);
  it.each(lines)('%s', (_name, _seen, finding) => expect(found).toContain(finding));
  it('has nothing else', () => expect(found.toSorted()).toEqual(lines.map(([, , finding]) => finding).toSorted()));
});

describe.each([
  ['hongta-printed-tables.xlsx', DISTRICT, '530402'],
  ['yuxi-printed-tables.xlsx', CITY, '530400'],
  // The city's book in a county's workbook: its classes are the city's all the same.
  ['yuxi-printed-tables.xlsx', CITY, '530402'],
] as const)('%s', (name, lines, regionCode) => {
  it(`shows in a workbook of ${regionCode} what the tables alone can show, and nothing else`, async () => {
    const found = await ofBook(name, regionCode);
    const expected = lines.filter(([, seen]) => seen === 'tables').map(([, , finding]) => finding);
    const slipped = found.filter(({ rule }) => rule === 'X07');
    expect(
      found
        .filter(({ rule }) => rule !== 'X07')
        .map(short)
        .toSorted(),
    ).toEqual(expected.toSorted());
    // D10: the text is not there to name the lost column, but the arithmetic does.
    expect(slipped.map(({ table, right, suspect }) => [table, right, suspect])).toEqual(
      name.startsWith('hongta') ? [['表5-1', '235092.51', '疑缺“其他资金”列']] : [],
    );
  });
});

it('names the row that was left out and the values of the lost column', () => {
  const district = checkPublished(publishedTablesOf('530402'));
  expect(district.find(({ rule }) => rule === 'T05')?.suspect).toContain('住房安全巩固');
  expect(district.find(({ rule }) => rule === 'X07')?.message).toContain(
    '2021年 54091.03，2022年 125743.87，2023年 46234.15，2024年 5176.46，2025年 3847，合计 235092.51 万元',
  );
  expect(new Set(district.map(({ key }) => key)).size).toBe(district.length);
});
