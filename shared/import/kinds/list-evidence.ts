// What speaks for a list of projects, or for a 汇总表: what such a table cannot do without.
import { type ColumnFact, type Evidence, quoted, type TableFacts } from './column-facts.ts';

/** Headers that may name a project or anything else. */
const VAGUE_NAME = /^(?:项目|名称|内容|事项|类别|调查项目)$/;
const LIST_TITLE = /项目(?!支出|个数|绩效)|分配|安排|计划|规划/;
const PLAN_TITLE = /项目(?:库|表|清单|明细|计划|安排|一览|实施)|计划表|安排表|规划|入库|实施方案/;
const NO_LIST_TITLE =
  /分工|责任清单|通讯录|联系方式|签到|日程|议程|满意|调查|问卷|名册|花名册|报价|价格|询价|采购|库存|盘点|考勤|值班|清册|补贴发放/;

/** Headers of lists of people, goods, hours and opinions; each sort counts once against a list of projects. */
const OTHER_LISTS: readonly { words: RegExp; points: number; what: string }[] = [
  {
    words: /^(?!.*(?:责任|负责|联系)人).*(?:姓名|户主|身份证|性别|年龄|职务|职称|签到|签名|学历|民族$)/,
    points: 2,
    what: '名册',
  },
  { words: /规格|型号|品名|物资|商品|单价|库存|存放|采购|生产厂家|品牌|项目特征/, points: 1.5, what: '物品或价格清单' },
  { words: /议程|主持|参会|课程|星期|日程|时段|上午|下午/, points: 2, what: '日程' },
  { words: /^(?!.*满意度指标).*(?:满意|评分|选项|得票|是否同意)/, points: 2, what: '调查表' },
  { words: /分工|职责|值班/, points: 2, what: '分工表' },
];

/** [keys, points, the header must or must not read so] */
const LIST_COLUMNS: readonly { keys: readonly string[]; points: number }[] = [
  { keys: ['town', 'village'], points: 1 },
  { keys: ['content'], points: 1 },
  { keys: ['nature'], points: 1 },
  { keys: ['goal', 'linkage', 'participation'], points: 1 },
  { keys: ['categoryId', 'nationalType', 'nationalSubtype'], points: 1 },
  { keys: ['period', 'period:start', 'period:end'], points: 0.5 },
  { keys: ['households', 'people', 'poorHouseholds', 'poorPeople', 'villages'], points: 0.5 },
  { keys: ['code'], points: 0.5 },
  { keys: ['subsidyStandard'], points: 0.5 },
  { keys: ['documentNumber'], points: 0.5 },
];

export interface ListEvidence extends Evidence {
  hasMoney: boolean;
  /** What else the table looks like, in words; '' where nothing. */
  otherwise: string;
}

/** How much a table looks like a list of projects at all. */
export function listEvidence(facts: TableFacts): ListEvidence {
  const evidence: ListEvidence = { points: 0, words: [], hasMoney: false, otherwise: '' };
  const add = (points: number, fact: ColumnFact | undefined): void => {
    if (!fact) return;
    evidence.points += points;
    if (!evidence.words.includes(fact.shown)) evidence.words.push(fact.shown);
  };
  const byKey = (...keys: string[]): ColumnFact | undefined =>
    facts.columns.find(({ column }) => column.key !== null && keys.includes(column.key));
  const name = byKey('name');
  if (name) add(VAGUE_NAME.test(name.word) ? 0.5 : 2, name);
  for (const { keys, points } of LIST_COLUMNS) add(points, byKey(...keys));
  const unit = byKey('unit', 'implementer', 'department');
  // 单位 alone may be a unit of measurement.
  if (unit) add(unit.word === '单位' ? 0.5 : 1, unit);
  const money = moneyColumns(facts);
  evidence.hasMoney = money.length > 0;
  const isSure = money.some(({ word }) => /投资|资金|概算|预算|补助|估算/.test(word)) || money.length > 1;
  add(isSure ? 1.5 : 1, money[0]);
  if (NO_LIST_TITLE.test(facts.title)) evidence.points -= 3;
  else if (LIST_TITLE.test(facts.title)) evidence.points += 1.5;
  for (const { words, points, what } of OTHER_LISTS) {
    const found = facts.columns.filter(({ word }) => words.test(word));
    if (found.length === 0) continue;
    evidence.points -= points;
    evidence.otherwise ||= `有${quoted(found.map(({ shown }) => shown))}，像${what}`;
  }
  return evidence;
}

/** What only a plan says of its projects: against this a 进度表 is weighed, which names projects and places too. */
export function planEvidence(facts: TableFacts): number {
  const has = (...keys: string[]): boolean => keys.some((key) => facts.has(key));
  const some = (points: number, isThere: boolean): number => (isThere ? points : 0);
  const sources = facts.count('source:') + facts.count('cell:');
  return (
    some(1, has('nature')) +
    some(1.5, has('content')) +
    some(sources > 1 ? 1.5 : 0.75, sources > 0) +
    some(1, facts.count('year:') + facts.count('cell:') > 1) +
    some(1, hasWholeTotal(facts)) +
    some(1, has('goal', 'linkage', 'participation')) +
    some(1, has('households', 'people', 'poorHouseholds', 'poorPeople', 'villages')) +
    some(0.5, has('categoryId', 'nationalType')) +
    some(0.5, has('period')) +
    some(0.5, has('subsidyStandard')) +
    some(2, PLAN_TITLE.test(facts.title))
  );
}

/** 总投资, 概算: the money of the whole project, not that of a batch. */
export function hasWholeTotal(facts: TableFacts): boolean {
  return facts.columns.some(
    ({ column, word }) => column.key === 'total' && /总投资|概算|投资规模|投资估算|估算/.test(word),
  );
}

/** What a list of projects has and this table lacks: 没有金额、建设地点、建设内容. */
export function lackingInList(facts: TableFacts): string {
  const parts: [string, readonly string[]][] = [
    ['项目名称', ['name']],
    ['建设地点', ['town', 'village']],
    ['建设内容', ['content']],
    ['责任单位', ['unit', 'implementer', 'department']],
  ];
  const lacking = parts.filter(([, keys]) => !keys.some((key) => facts.has(key))).map(([word]) => word);
  if (moneyColumns(facts).length === 0) lacking.unshift('金额');
  return lacking.length === 0 ? '' : `没有${lacking.join('、')}`;
}

/** How much a table looks like a 汇总表: figures of the plan by class, county, town, year. */
export function summaryEvidence(facts: TableFacts): Evidence {
  const words: string[] = [];
  const some = (points: number, found: ColumnFact | undefined): number => {
    if (!found) return 0;
    words.push(found.shown);
    return points;
  };
  const find = (test: RegExp): ColumnFact | undefined =>
    facts.columns.find(({ column }) => test.test(column.key ?? ''));
  const crosstab = facts.count('region:') + facts.count('category:');
  const points =
    some(1, find(/^(?:region|categoryId|yearLabel|town|nationalType|period|sourceName)$/)) +
    some(2, find(/^count$/)) +
    some(1.5, find(/^total$/)) +
    some(1.5, find(/^(?:source|sum):/)) +
    some(1.5, find(/^(?:year|cell):/)) +
    (crosstab > 1 ? some(4, find(/^(?:region|category):/)) : 0) +
    (/汇总|统计|总表/.test(facts.title) ? 1 : 0);
  return { points, words };
}

/** Figures of ours: what makes a summary worth comparing with. */
export function hasFigures(facts: TableFacts): boolean {
  return facts.has('count') || moneyColumns(facts).length > 0 || facts.count('region:') + facts.count('category:') > 1;
}

function moneyColumns(facts: TableFacts): ColumnFact[] {
  return facts.columns.filter(({ column }) => /^(?:total$|source:|year:|cell:|sum)/.test(column.key ?? ''));
}

/**
 * A form says one thing in each pair of cells: 项目名称 | 某项目 | 实施单位 | 某局. Its first row is no header.
 */
export function isForm(facts: TableFacts): boolean {
  const { columns } = facts;
  if (facts.has('serial')) return false;
  const known = columns.filter(({ column }) => column.key !== null);
  if (known.length < 2 || known.length * 2 > columns.length + 1) return false;
  const pairs = known.filter(({ column }) => {
    const next = columns[columns.findIndex((fact) => fact.column === column) + 1];
    return next !== undefined && next.column.key === null && !next.column.isNumeric;
  });
  return pairs.length >= 2 && pairs.length >= known.length - 1;
}
