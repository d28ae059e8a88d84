// Header words: folding them for comparison, splitting the unit off, and knowing one when we see one.
import { FIELD_SYNONYMS } from '../domain/field-synonyms.ts';
import { FIELDS } from '../domain/fields.ts';
import { type PlanInfo, planYears, type ReferenceData } from '../domain/reference.ts';
import { bareText, compactText } from '../values/fold-text.ts';
import type { AmountUnit } from '../values/parse-amount.ts';
import { KIND_VOCABULARY } from './kinds/sheet-kinds.ts';
import { outsideHeaderWords } from './outside-words.ts';

export interface HeaderWord {
  /** Without spaces, unit, leading number and punctuation. */
  word: string;
  /** The same without what stands in brackets. */
  short: string;
  unit: AmountUnit | null;
}

const UNIT_END = /(?:[([/,:、]|单位[:为]?|^)(百万元|亿元|千元|万元|元)[)\]]?$/;
const UNIT_INSIDE = /[([](?:单位[:为]?)?(百万元|亿元|千元|万元|元)[)\]]/;
const BARE_UNIT_END = /(百万元|亿元|千元|万元)$/;
/** A unit apart from the words: `总投资 元`, or on a line of its own. */
const APART = /\s+((?:百万|亿|千|万)?元)\s*$/;
const COUNT_UNIT = /[([](?:单位[:为]?)?(?:个|户|人|村|次|名|户数|人数|%|年)[)\]]$/;
const LEADING = /^(?:\d{1,2}[.、)]|[（(]?[一二三四五六七八九十]{1,2}[)）、]|\(\d{1,2}\)|其中[:：]?(?=.))/;

/** Folds a header cell: `1.衔接资金`, `其中：财政衔接⏎资金（万元）` and `财政衔接资金` compare alike. */
export function headerWord(text: string): HeaderWord {
  let rest = compactText(text.replace(APART, '($1)'));
  let unit: AmountUnit | null = null;
  const found = UNIT_END.exec(rest) ?? BARE_UNIT_END.exec(rest);
  if (found) {
    unit = found[1] as AmountUnit;
    rest = rest.slice(0, found.index);
  } else {
    const inside = UNIT_INSIDE.exec(rest);
    if (inside) {
      unit = inside[1] as AmountUnit;
      rest = rest.replace(UNIT_INSIDE, '');
    }
  }
  rest = rest.replace(COUNT_UNIT, '');
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(LEADING, '');
  }
  return { word: bareText(rest), short: bareText(rest.replace(/[([【].{0,99}?[)\]】]/g, '')), unit };
}

/** The header of a column, folded: 资金情况›已支付. */
export function headerOf({ path }: { path: readonly string[] }): string {
  return path.map((text) => headerWord(text).word).join('›');
}

/** Words that head columns of real tables without being a field of ours; they help to find the header. */
const OTHER_WORDS = [
  '序号 编号 项次 年份 年度 组 村民小组 户主姓名 姓名 学生姓名 务工姓名 身份证号 性别 项目个数 项目数 项目数量 个数 数量',
  '县（市、区） 县区 县市区 区县 县 州市 小计 合计 总计 中央 省级 市级 县级 区级 省 市 区 户数 人数 开始时间 完工时间 起 止',
  '财政资金名称 上年整合规模 本年预计收到规模 计划整合规模 验收时间 完成投资 已拨付资金 支出进度 结余 项目状态 计划资金',
  '变更前 变更后 调整前 调整后 变更前项目内容 变更后项目地点内容 变更理由 拟补资金 提前下达金额 补助项目 补助金额 任务清单 是否脱贫村 规划年度',
  '是否纳入年度项目实施计划 财政资金支持环节 分管领导 完成时限 进度 指标 指标值 一级指标 二级指标 三级指标 单位 受益总人口',
  '直接受益脱贫人口 受益对象 时间进度 资金规模 筹资方式 项目分类 级别 自然村 工程量 计量单位 单价 摘要 批次 资金名称',
]
  .join(' ')
  .split(' ');

export interface HeaderVocabulary {
  /** Header words proper. */
  strong: ReadonlySet<string>;
  /** Names of counties, towns and classes, which head the columns of crosstabs. */
  weak: ReadonlySet<string>;
}

function addFolded(words: Set<string>, text: string): void {
  const { word, short } = headerWord(text);
  if (word !== '') words.add(word);
  if (short.length > 1) words.add(short);
}

/** The words that no plan changes, folded once. */
let fixedWords: ReadonlySet<string> | undefined;

function foldFixedWords(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const field of FIELDS) {
    for (const text of [field.label, field.group ?? '', ...FIELD_SYNONYMS[field.id]]) addFolded(found, text);
  }
  for (const text of [...OTHER_WORDS, ...KIND_VOCABULARY]) addFolded(found, text);
  return found;
}

/** All words by which a header row is recognised (handbook 2, 7). */
export function headerVocabulary(plan: PlanInfo, reference: ReferenceData): HeaderVocabulary {
  fixedWords ??= foldFixedWords();
  const strong = new Set<string>(fixedWords);
  const add = (text: string): void => addFolded(strong, text);
  for (const source of reference.fundSources) {
    for (const text of [source.name, ...source.aliases]) add(text);
  }
  for (const text of outsideHeaderWords(plan)) add(text);
  for (const year of planYears(plan)) for (const text of [`${year}年`, `${year}年度`]) add(text);
  const weak = new Set<string>();
  for (const region of reference.regions) for (const name of [region.name, ...region.aliases]) weak.add(bareText(name));
  for (const category of reference.categories) weak.add(bareText(category.name));
  return { strong, weak };
}

/** The same with further words of a sheet whose kind was said; no crosstab, so names of places are data there. */
export function withHeaders(vocabulary: HeaderVocabulary, headers: readonly string[]): HeaderVocabulary {
  if (headers.length === 0) return vocabulary;
  const strong = new Set<string>(vocabulary.strong);
  for (const text of headers) addFolded(strong, text);
  return { strong, weak: new Set() };
}
