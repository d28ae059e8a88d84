// The rules that are reported from within others or about printed tables only; what they look at is in check-published.ts,
// suspects.ts and claim-rules.ts. Here are their words, and their examples in the JSON of printed tables.
import type { ReportedRule } from './rule.ts';

function reported(rule: Omit<ReportedRule, 'scope'>): ReportedRule {
  return { ...rule, scope: 'reported' };
}

type Row = readonly [ord: string, name: string, count: number, total: string];

/** A printed class with its rows, as JSON. */
function tree(id: string, [ord, name, count, total]: Row, rows: readonly Row[], more: object = {}): object {
  const children = rows.map((row) => ({ ord: row[0], name: row[1], printed: [row[2], row[3]] }));
  return { source: id, unit: '万元', tree: [{ ord, name, table: id, printed: [count, total], children, ...more }] };
}

const PLANTING = ['（一）', '种植业', 2, '50'] as const;
const BREEDING = ['（二）', '养殖业', 1, '30'] as const;

/** A printed table by years, as JSON. */
function years(rows: Record<string, readonly (number | string)[]>, more: object = {}): object {
  const columns = ['项目个数', '总投资', '财政衔接资金', '其他资金'];
  return { source: '表5-1', unit: '万元', columns, rows, ...more };
}

const GOOD_YEARS = {
  '2021-2023': [6, '60', '30', '30'],
  '2021': [3, '30', '15', '15'],
  '2022': [2, '20', '10', '10'],
  '2023': [1, '10', '5', '5'],
} as const;

export const REPORTED_RULES: readonly ReportedRule[] = [
  reported({
    id: 'T05',
    level: 'warning',
    title: '疑漏计一项',
    help: '合计与各行之和的差额正好等于其中一行或两行，多半是求和时漏了它。',
    examples: {
      passes: {
        text: '标题 80＝种植业 50＋养殖业 30。',
        tables: [tree('表4-1', ['一', '特色产业', 3, '80'], [PLANTING, BREEDING])],
      },
      fails: {
        text: '标题写 50，种植业 50＋养殖业 30 应为 80：差额正好是养殖业 30。',
        tables: [tree('表4-1', ['一', '特色产业', 3, '50'], [PLANTING, BREEDING])],
      },
    },
  }),
  reported({
    id: 'T06',
    level: 'warning',
    title: '疑重复计、错位或单位错误',
    help: '差额正好是一行的金额、正好两倍、十倍、一万倍，或只有相邻两个数字颠倒。',
    examples: {
      passes: {
        text: '标题行写 80，下面两行 50 加 30 正好 80。',
        tables: [tree('表4-1', ['一', '特色产业', 3, '80'], [PLANTING, BREEDING])],
      },
      fails: {
        text: '标题写 800，各行相加 80，相差正好 10 倍，疑小数点错位。',
        tables: [tree('表4-1', ['一', '特色产业', 3, '800'], [PLANTING, BREEDING])],
      },
    },
  }),
  reported({
    id: 'T12',
    level: 'warning',
    title: '标题编号连续',
    help: '印发的表里同一标题下的编号应从（一）起连续，不缺号、不重号。',
    examples: {
      passes: {
        text: '（一）种植业、（二）养殖业。',
        tables: [tree('表4-1', ['一', '特色产业', 3, '80'], [PLANTING, BREEDING])],
      },
      fails: {
        text: '（二）木本粮油产业、（三）林下经济产业，没有（一）。',
        tables: [
          tree(
            '表4-4',
            ['四', '生态经济发展', 3, '80'],
            [
              ['（二）', '木本粮油产业', 2, '50'],
              ['（三）', '林下经济产业', 1, '30'],
            ],
          ),
        ],
      },
    },
  }),
  reported({
    id: 'X01',
    level: 'error',
    title: '汇总表＝项目明细汇总',
    help: '印发的汇总表应与本工作簿按类别、年度、资金来源和地区汇总的结果一致。',
    isFixed: true,
    examples: {
      passes: {
        text: '印发表写种植业 1 个 50 万元，工作簿里也是。',
        projects: [{ total: '50' }],
        tables: [tree('表4-1', ['一', '乡村特色产业帮扶', 1, '50'], [['（一）', '种植业', 1, '50']])],
      },
      fails: {
        text: '印发表写种植业 80 万元，工作簿里的项目相加 50 万元。',
        projects: [{ total: '50' }],
        tables: [tree('表4-1', ['一', '乡村特色产业帮扶', 1, '80'], [['（一）', '种植业', 1, '80']])],
      },
    },
  }),
  reported({
    id: 'X02',
    level: 'warning',
    title: '正文数字＝表中数字',
    help: '正文里写到的个数、金额、占比和名称应与旁边的表一致；写“八大类”的应列举八项。每年的数按年数折算后再比，别的时期、别的地区的数不比。文中各数之间也核对：总数与其中各项、每年与累计、贷款与利率和贴息、年均增长、倍数和占比，同一目标的两个期限。文稿里手填的数也这样核对。',
    examples: {
      passes: {
        text: '表中养殖业 30 万元，正文写“养殖业1个，投资30万元”。',
        tables: [
          {
            ...tree('表4-1', ['一', '特色产业', 3, '80'], [PLANTING, BREEDING]),
            sentences: [{ place: '四（一）', text: '养殖业1个，投资30万元。' }],
          },
        ],
      },
      fails: {
        text: '表中养殖业 30 万元，正文写“养殖业1个投资35万元”。',
        tables: [
          {
            ...tree('表4-1', ['一', '特色产业', 3, '80'], [PLANTING, BREEDING]),
            sentences: [{ place: '四（一）', text: '养殖业1个投资35万元。' }],
          },
        ],
      },
    },
  }),
  reported({
    id: 'X03',
    level: 'warning',
    title: '正文引用的表号有这张表',
    help: '正文写“见表4-1”，而旁边是表4-2，或没有这张表。',
    examples: {
      passes: {
        text: '表4-2 旁边的正文写“详见表4-2”。',
        tables: [
          {
            ...tree('表4-2', ['二', '稳定就业', 3, '80'], [PLANTING, BREEDING]),
            sentences: [{ place: '四（二）', text: '详见表4-2。', about: '表4-2' }],
          },
        ],
      },
      fails: {
        text: '表4-2 旁边的正文写“详见表4-1”。',
        tables: [
          {
            ...tree('表4-2', ['二', '稳定就业', 3, '80'], [PLANTING, BREEDING]),
            sentences: [{ place: '四（二）', text: '详见表4-1。', about: '表4-2' }],
          },
        ],
      },
    },
  }),
  reported({
    id: 'X05',
    level: 'warning',
    title: '县级数＝市级汇总中的本县数',
    help: '按类别对应关系换算、按印发的位数取整以后比较；逐项的来龙去脉在“县级与市级核对”中。',
    examples: {
      passes: {
        text: '市级表中红塔区 1 个、50 万元，工作簿里 1 个、50.2 万元，取整后相同。',
        projects: [{ total: '50.2' }],
        tables: [
          {
            source: '表3',
            unit: '万元',
            columns: ['项目个数', '总投资'],
            rows: { 红塔区: [1, '50'], 江川区: [2, '30'] },
          },
        ],
      },
      fails: {
        text: '市级表中红塔区 80 万元，工作簿里 50 万元。',
        projects: [{ total: '50' }],
        tables: [
          {
            source: '表3',
            unit: '万元',
            columns: ['项目个数', '总投资'],
            rows: { 红塔区: [1, '80'], 江川区: [2, '30'] },
          },
        ],
      },
    },
  }),
  reported({
    id: 'X06',
    level: 'warning',
    title: '走势的说法与数据相符',
    help: '正文写投资、资金或项目“逐年减少”“持续增加”的，各年的个数、金额应确是如此；说收入、补助标准等别的事的不比。',
    examples: {
      passes: {
        text: '30、20、10 万元，正文写“投资逐年减少”。',
        tables: [years(GOOD_YEARS, { sentences: [{ place: '五（一）', text: '各年投资呈逐年减少的趋势。' }] })],
      },
      fails: {
        text: '2022年 20 万元多于 2021年 10 万元，正文却写“投资逐年减少”。',
        tables: [
          years(
            {
              ...GOOD_YEARS,
              '2021': [1, '10', '5', '5'],
              '2022': [2, '20', '10', '10'],
              '2023': [3, '30', '15', '15'],
            },
            { sentences: [{ place: '五（一）', text: '各年投资呈逐年减少的趋势。' }] },
          ),
        ],
      },
    },
  }),
  reported({
    id: 'X07',
    level: 'error',
    title: '表头与数据列对应',
    help: '各来源之和成片小于总投资，或正文有而表中没有的一列，多半是表头漏了一列、数据错了位。',
    isFixed: true,
    examples: {
      passes: { text: '每年的总投资都等于两项来源之和。', tables: [years(GOOD_YEARS)] },
      fails: {
        text: '正文写明其他资金 30 万元，表里没有这一列，各年来源之和都小于总投资。',
        tables: [
          {
            ...{ source: '表5-1', unit: '万元', columns: ['总投资', '财政衔接资金'], text: { 其他资金: '60' } },
            rows: { '2021-2023': ['120', '60'], '2021': ['40', '20'], '2022': ['40', '20'], '2023': ['40', '20'] },
          },
        ],
      },
    },
  }),
];
