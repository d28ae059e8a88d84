// The dictionary of header words: which column of the project list a word speaks of, and how surely.
import { FIELD_SYNONYMS } from '../domain/field-synonyms.ts';
import { type Column, columnsOf } from '../domain/fields.ts';
import { type FundWord, fundWord, isFundWord, isOtherFigure } from '../domain/fund-words.ts';
import type { OutsideYear } from '../domain/outside-years.ts';
import { ownKey } from '../domain/own-columns.ts';
import type { PlanInfo, ReferenceData } from '../domain/reference.ts';
import { bareText } from '../values/fold-text.ts';
import { headerWord } from './header-words.ts';
import { outsideYearReader, planMoneyReader } from './outside-words.ts';
import type { ColumnKey } from './reading.ts';

export interface Candidate {
  key: ColumnKey;
  confidence: number;
  reason: string;
}

export interface ColumnWords {
  columns: readonly Column[];
  /** Which column outside the plan's years a word names. */
  outsideYearOf: (word: string) => OutsideYear | undefined;
  /** Whether a word names the money of the plan's own years together. */
  isPlanMoney: (word: string) => boolean;
  /** Folded word -> what it may mean, best first. */
  exact: ReadonlyMap<string, Candidate[]>;
  /** Words of three characters and more for a search inside longer headers. */
  parts: readonly { word: string; key: ColumnKey }[];
  /** Fund source id -> its words, without context. */
  sources: ReadonlyMap<string, { parent: string | null; words: readonly string[] }>;
  /** A source of the plan that a word names, or comes near to, by what is usual in the country. */
  fundOf: (word: string) => FundWord | undefined;
  /** Names of counties -> code. */
  regions: ReadonlyMap<string, string>;
  /** Names of classes -> id. */
  categories: ReadonlyMap<string, string>;
}

/** Words beyond the field table that mean a part of a field or a column of a summary. */
const SPECIAL: Record<ColumnKey, string> = {
  serial: '序号 编号 项次 序 NO No. 次序 号',
  'period:start':
    '开始时间 开工时间 起始时间 计划开工时间 开工日期 开始日期 开始年月 开工年月 计划开工日期 起始年份 开始年份 起始年月 起',
  'period:end':
    '完工时间 竣工时间 结束时间 完成时间 计划完工时间 完工日期 竣工日期 结束日期 计划竣工时间 完成时限 截止时间 结束年份 完工年月 终止年份 止',
  count: '项目个数 项目数 项目数量 个数 项目个数（个）',
  region: '县（市、区） 县区 县市区 区县 县（区） 县 州市 分县',
  yearLabel: '年份',
  sourceName: '资金来源 资金类型 资金类别 筹资方式 资金性质 资金渠道 资金来源及筹资方式',
};

/** Headings of a column of counties, in all the orders in which their kinds are named: 旗县区, 所属县市, 县名, 项目县. */
const COUNTY_HEAD =
  /^(?:所[属在]|实施|项目(?:所在)?|建设|申报|涉及|责任|各)?(?:市?县[市区旗]{0,3}|区县[市旗]?|区市县|市区县?|旗县[市区]{0,2}|旗区|旗)(?:级|名称?|别|行政区)?$/;

export function isCountyHead(word: string): boolean {
  return COUNTY_HEAD.test(word);
}

/** Words that look like a field of ours from inside but mean something else: never matched by part. */
const BLOCKERS =
  /完成|实际|拨付|报账|支出|支付|兑付|付款|使用|结余|剩余|合同|中标|上年|上一年|验收|变更前|变更后|是否|单价|拟补|累计|已到位|到位资金|审定|决算|结算|比例|率$|占比|说明材料|原计划|调整前/;

export function columnWords(plan: PlanInfo, reference: ReferenceData): ColumnWords {
  const columns = columnsOf(plan, reference);
  const exact = new Map<string, Candidate[]>();
  const parts: { word: string; key: ColumnKey }[] = [];
  const put = (text: string, key: ColumnKey, confidence: number, reason: string): void => {
    const { word, short } = headerWord(text);
    for (const [form, surety] of [
      [word, confidence],
      [short, confidence - 0.02],
    ] as const) {
      if (form === '') continue;
      const known = exact.get(form) ?? [];
      if (!known.some((candidate) => candidate.key === key))
        exact.set(form, [...known, { key, confidence: surety, reason }]);
      if (form === short) break;
    }
    if (word.length >= 3) parts.push({ word, key });
  };
  for (const column of columns) {
    if (column.field.id === 'source' || column.field.id === 'year' || column.own !== undefined) continue;
    put(column.label, column.key, 0.99, '与字段名相同');
  }
  for (const [key, words] of Object.entries(SPECIAL))
    for (const word of words.split(' ')) put(word, key, 0.95, '常用表头');
  for (const column of columns) {
    if (column.field.id === 'source' || column.field.id === 'year') continue;
    FIELD_SYNONYMS[column.field.id].forEach((word, rank) => {
      // 合计 and 总计 may sum up anything; a header that names the money is surer.
      // A bare year column stands behind one that states the whole period.
      const isVague = /^(?:[合总]计|资金|项目|名称|分类|说明|业主)$|年度$/.test(word);
      put(word, column.key, isVague ? 0.8 : 0.97 - Math.min(rank, 10) * 0.004, `“${column.label}”的常见写法`);
    });
  }
  // Whole headers only: what an office calls a column says nothing of longer ones.
  for (const { id, name, aliases } of reference.ownColumns)
    for (const word of [name, ...aliases]) {
      const { word: form } = headerWord(word);
      const known = exact.get(form) ?? [];
      exact.set(form, [...known, { key: ownKey(id), confidence: 0.985, reason: '与自定义栏目同名' }]);
    }
  const sources = new Map<string, { parent: string | null; words: string[] }>();
  for (const source of reference.fundSources) {
    const words = [source.name, ...source.aliases].map((text) => headerWord(text).word);
    sources.set(source.id, { parent: source.parent, words });
    put(source.name, `source:${source.id}`, 0.98, '与资金来源同名');
    for (const alias of source.aliases) put(alias, `source:${source.id}`, 0.93, `资金来源“${source.name}”的别名`);
  }
  return {
    columns,
    outsideYearOf: outsideYearReader(plan),
    isPlanMoney: planMoneyReader(plan),
    exact,
    parts: parts.sort((a, b) => b.word.length - a.word.length),
    sources,
    fundOf: fundReader(sources),
    regions: new Map(
      reference.regions
        .filter((region) => region.level === 'county')
        .flatMap((region) => [region.name, ...region.aliases].map((name) => [bareText(name), region.code] as const)),
    ),
    categories: new Map(reference.categories.map((category) => [bareText(category.name), category.id])),
  };
}

/** What a word usually names, where the plan has such a source; of a finer one that it lacks its whole is near. */
function fundReader(sources: ColumnWords['sources']): ColumnWords['fundOf'] {
  return (word) => {
    const found = isBlocked(word) ? undefined : fundWord(word);
    if (!found || sources.has(found.id)) return found;
    const [whole = ''] = found.id.split('.');
    return sources.has(whole) ? { id: whole, surety: 'near' } : undefined;
  };
}

/** Money of a project in words of any order that name neither a source nor a year: 资金投入, 投资额, 所需资金. */
const PLAIN_MONEY =
  /^(?:项目|工程|建设|计划|预计|预算|概算|估算|申报|申请|安排|下达|分配|补助|投入|所需|需求|总)*(?:投资|资金|金额|经费)(?:总|需求|估算|概算|预算|投入|规模|数|合计|总计)*额?$/;

/** A match by part of a longer header: `项目建设内容及主要规模` holds 建设内容. Never where a blocking word stands. */
export function partialMatch(words: ColumnWords, word: string): Candidate[] {
  if (PLAIN_MONEY.test(word)) return [{ key: 'total', confidence: 0.75, reason: '表头说的是项目的金额' }];
  if (word.length < 4 || BLOCKERS.test(word)) return [];
  const found = words.parts.find((part) => word.includes(part.word) && part.word.length * 2 >= word.length);
  if (!found) return [];
  // `某某结对补助资金` is one kind of the money more likely than all of it.
  const isKind = found.key === 'total' && isFundWord(word.replace(found.word, '')) && !/投资/.test(found.word);
  if (isKind || (/^(?:total$|source:)/.test(found.key) && isOtherFigure(word))) return [];
  const confidence = 0.55 + 0.4 * (found.word.length / word.length);
  return [{ key: found.key, confidence, reason: `表头中含有“${found.word}”` }];
}

export function isBlocked(word: string): boolean {
  return BLOCKERS.test(word);
}

/** The same for a group: what stands under 变更后 or 调整后 is the plan as it is now. */
export function isBlockedGroup(word: string): boolean {
  return BLOCKERS.test(word.replace(/(?:变更|调整)后/, ''));
}
