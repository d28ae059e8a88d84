// What one column of a sheet may mean, from the whole path of its header: 资金来源 › 1.衔接资金 › 中央.
import { isFundWord } from '../domain/fund-words.ts';
import {
  type Candidate,
  type ColumnWords,
  isBlocked,
  isBlockedGroup,
  isCountyHead,
  partialMatch,
} from './column-words.ts';
import { type HeaderWord, headerWord } from './header-words.ts';
import type { HeaderColumn } from './reading.ts';

const MONEY = /资金|投资|金额|来源|规模|筹资|筹措|预算|补助/;
const TOTAL_LEAF = /^(?:合计|小计|总计|计|总额|总投资|总数)$/;
/** How sure a usual name is, that the plan does not have itself. */
export const USUAL = 0.9;
const PEOPLE: Record<string, readonly [all: string, poor: string]> = {
  户数: ['households', 'poorHouseholds'],
  户: ['households', 'poorHouseholds'],
  人数: ['people', 'poorPeople'],
  人口: ['people', 'poorPeople'],
  人口数: ['people', 'poorPeople'],
  人: ['people', 'poorPeople'],
};

/** Beside a column of 总投资 it only sums up the years. */
const PLAN_MONEY: Candidate = {
  key: 'total',
  confidence: 0.72,
  reason: '是规划期内的投资，表中没有“总投资”一列，作为总投资',
};

/** Columns of counts. */
const COUNTS: ReadonlySet<string> = new Set(['households', 'people', 'poorHouseholds', 'poorPeople', 'villages']);

/** Candidates for a column, best first; [] where its words are unknown. */
export function candidatesFor(column: HeaderColumn, words: ColumnWords): Candidate[] {
  const folded = column.path.map((text) => headerWord(text));
  const leaf = folded.at(-1);
  if (!leaf || leaf.word === '') return [];
  const groups = folded.slice(0, -1).map((part) => part.word);
  // Figures of what was done or paid (完成投资 › 2021年) are none of the plan's.
  const isDone = groups.some(isBlockedGroup);
  const outside = outsideCandidates(groups, leaf.word, words);
  if (outside.length > 0) return outside;
  const ofYear = isDone ? [] : yearCandidates(groups, leaf.word, words);
  if (ofYear.length > 0) return ofYear;
  const planned = isDone ? [] : plannedCandidates(column, folded.slice(0, -1), leaf.word, words);
  if (planned) return planned;
  const found = [
    ...(isDone ? [] : sourceCandidates(groups, leaf.word, column.path.at(-1) ?? '', words)),
    ...(isDone ? [] : totalCandidates(groups, leaf.word, words)),
    ...(isDone || !words.isPlanMoney(leaf.word) ? [] : [PLAN_MONEY]),
    ...peopleCandidates(groups, leaf.word),
    ...wordCandidates(groups, leaf.word, leaf.short, words),
  ];
  // 受益群众投入 is money that people put in, whoever it begins with.
  const isMoney = isFundWord(leaf.word);
  const best = new Map<string, Candidate>();
  for (const candidate of found) {
    if (isMoney && COUNTS.has(candidate.key)) continue;
    const known = best.get(candidate.key);
    if (!known || known.confidence < candidate.confidence) best.set(candidate.key, candidate);
  }
  return [...best.values()].sort((a, b) => b.confidence - a.confidence);
}

/** `截至2025年底累计完成投资`: what is done before the period is of the plan, whatever it is called. */
function outsideCandidates(groups: readonly string[], leaf: string, words: ColumnWords): Candidate[] {
  const own = words.outsideYearOf(leaf);
  const group = groups.map(words.outsideYearOf).find((year) => year !== undefined);
  const year = own ?? group;
  if (year === undefined) return [];
  const reason = year === 'before' ? '规划期开始以前的投资' : '规划期结束以后的投资';
  const source = own === undefined ? bestSource(leaf, words) : bestSourceAmong(groups, words);
  if (source !== undefined) return [{ key: `cell:${year}|${source}`, confidence: 0.95, reason }];
  if (own === undefined && !TOTAL_LEAF.test(leaf) && !/^(?:已|累计)*(?:完成|投入)?(?:投资|资金|金额)/.test(leaf))
    return [];
  return [{ key: `year:${year}`, confidence: 0.97, reason }];
}

function bestSourceAmong(groups: readonly string[], words: ColumnWords): string | undefined {
  return groups.map((word) => bestSource(word, words)).find((id) => id !== undefined);
}

/** The year of a heading that is nothing but a year: 2021年, 2021年度投资. */
export function yearOf(word: string): number | undefined {
  const year = /^(20\d\d)年?度?(?:投资|计划|安排|资金|计划投资|投资计划|金额|合计|小计)?$/.exec(word)?.[1];
  return year === undefined ? undefined : Number(year);
}

/** `2021年` is a year column; `2021年 › 财政衔接资金` a cell of the matrix, either way round. */
function yearCandidates(groups: readonly string[], leaf: string, words: ColumnWords): Candidate[] {
  const own = yearOf(leaf);
  const group = groups.map(yearOf).find((year) => year !== undefined);
  if (own !== undefined) {
    const source = bestSourceAmong(groups, words);
    if (source !== undefined) return [{ key: `cell:${own}|${source}`, confidence: 0.95, reason: '年度与资金来源' }];
    return [{ key: `year:${own}`, confidence: 0.97, reason: '年度' }];
  }
  // 2021年财政衔接资金 in one cell.
  const joined = /^(20\d\d)年度?(.+)$/.exec(leaf);
  const joinedSource = joined?.[2] === undefined ? undefined : bestSource(joined[2], words);
  if (joined && joinedSource !== undefined) {
    return [{ key: `cell:${joined[1]}|${joinedSource}`, confidence: 0.95, reason: '年度与资金来源' }];
  }
  if (group === undefined) return [];
  if (TOTAL_LEAF.test(leaf) || /^(?:投资|资金|金额)/.test(leaf)) {
    return [{ key: `year:${group}`, confidence: 0.95, reason: '年度合计' }];
  }
  const source = bestSource(leaf, words);
  return source === undefined ? [] : [{ key: `cell:${group}|${source}`, confidence: 0.95, reason: '年度与资金来源' }];
}

/** The source that a word names by itself; a parent before its children. */
function bestSource(word: string, words: ColumnWords): string | undefined {
  for (const [id, source] of words.sources) if (source.parent === null && source.words.includes(word)) return id;
  for (const [id, source] of words.sources) if (source.words.includes(word)) return id;
  const usual = words.fundOf(word);
  return usual === undefined || usual.surety === 'near' ? undefined : usual.id;
}

/** 中央, 省级 … under a group that names a source are that source's parts. */
function sourceCandidates(groups: readonly string[], leaf: string, leafText: string, words: ColumnWords): Candidate[] {
  const parent = groups.map((group) => bestSource(group, words)).findLast((id) => id !== undefined);
  const isMoney = groups.some((group) => MONEY.test(group));
  if (parent !== undefined) {
    if (TOTAL_LEAF.test(leaf)) return [{ key: `sum:${parent}`, confidence: 0.95, reason: '该资金来源的小计' }];
    for (const [id, source] of words.sources) {
      if (source.parent === parent && source.words.includes(leaf)) {
        return [{ key: `source:${id}`, confidence: 0.97, reason: `“${groups.at(-1) ?? ''}”下的“${leaf}”` }];
      }
    }
    if (isLevel(leaf)) return [{ key: `source:${parent}`, confidence: 0.8, reason: '该资金来源的一部分，并入其中' }];
    return [];
  }
  // Without a group that speaks of money, 中央 or 其他 alone says little.
  const own = (words.exact.get(leaf) ?? []).filter((candidate) => candidate.key.startsWith('source:'));
  if (own.length === 0) own.push(...(sourceInBrackets(leafText, words) ?? usualSource(leaf, words)));
  if (own.length === 0 && words.sources.has('other') && isForeignSource(groups, leaf)) {
    return [{ key: 'source:other', confidence: 0.65, reason: '资金来源中没有这一种，暂并入“其他资金”' }];
  }
  const isVague = isLevel(leaf) || /^其[他它]$/.test(leaf);
  return own.map((candidate) => ({
    ...candidate,
    confidence: isMoney || !isVague ? candidate.confidence : groups.some((group) => group === '其中') ? 0.85 : 0.62,
  }));
}

/** 京蒙协作资金, 旗自筹: a source by what is usual in the country. */
function usualSource(leaf: string, words: ColumnWords): Candidate[] {
  const usual = words.fundOf(leaf);
  if (usual === undefined || usual.surety === 'near') return [];
  const key = `source:${usual.id}`;
  return usual.surety === 'name'
    ? [{ key, confidence: USUAL, reason: '资金来源的通用名称' }]
    : [{ key, confidence: 0.72, reason: '按通常的归类，归入这一资金来源' }];
}

/** `财政衔接资金（专项扶贫资金）`: a source by the words before the brackets, [] where those inside name another. */
function sourceInBrackets(text: string, words: ColumnWords): Candidate[] | undefined {
  const parts = /^(.[^(（]*)[(（](.+)[)）]$/.exec(text.trim());
  const outside = parts?.[1] === undefined ? undefined : bestSource(headerWord(parts[1]).word, words);
  const inside = parts?.[2] === undefined ? undefined : bestSource(headerWord(parts[2]).word, words);
  if (outside === undefined) return undefined;
  if (inside !== undefined && inside !== outside) return [];
  return [{ key: `source:${outside}`, confidence: inside === outside ? 0.95 : 0.9, reason: '资金来源的名称' }];
}

/** 资金来源 › 群众投劳: money of a kind that the plan does not name. */
function isForeignSource(groups: readonly string[], leaf: string): boolean {
  const isGroup = groups.some((group) => /资金来源|来源渠道|筹资|资金构成|资金筹措/.test(group));
  const isMoney = /资金|自筹|贷款|债|捐|投入|投劳|社会|企业|群众|业主|财政|帮扶|协作|配套|补助|基金/.test(leaf);
  return isGroup && isMoney && !isBlocked(leaf) && !isLevel(leaf);
}

function isLevel(leaf: string): boolean {
  return /^(?:中央|省级?|市级?|县级?|区级?)(?:资金)?$/.test(leaf);
}

/**
 * 总投资 › 计划 is 总投资 itself; 种植业 › 投资 in a summary is the figure of that class, 种植业 › 个数 none of ours.
 * undefined: neither.
 */
function plannedCandidates(
  column: HeaderColumn,
  groups: readonly HeaderWord[],
  leaf: string,
  words: ColumnWords,
): Candidate[] | undefined {
  const group = groups.at(-1);
  if (!group || group.word === '') return undefined;
  const isCount = /^(?:项目)?(?:个数|数量|数)$/.test(leaf);
  const isAmount = /^(?:总投资|投资额?|资金|金额|投资金额|计划投资)$/.test(leaf);
  if (isCount || isAmount) {
    const own = words.regions.get(group.word) ?? words.categories.get(group.word);
    if (own === undefined) return undefined;
    const key = words.regions.has(group.word) ? `region:${own}` : `category:${own}`;
    return isCount ? [] : [{ key, confidence: 0.9, reason: `“${group.word}”的投资` }];
  }
  if (!/^(?:计划|计划数|预算|预算数|安排|安排数)$/.test(leaf)) return undefined;
  const whole = candidatesFor({ ...column, path: column.path.slice(0, -1) }, words);
  const isMoney = whole.filter((candidate) => /^(?:total$|source:|year:)/.test(candidate.key));
  return isMoney.length > 0 ? isMoney.map((one) => ({ ...one, confidence: one.confidence - 0.05 })) : undefined;
}

/** 合计 under 资金来源 or 项目预算总投资 is the total. */
function totalCandidates(groups: readonly string[], leaf: string, words: ColumnWords): Candidate[] {
  if (!TOTAL_LEAF.test(leaf) || groups.length === 0) return [];
  if (groups.some((group) => bestSource(group, words) !== undefined || yearOf(group) !== undefined)) return [];
  if (groups.some((group) => /受益|人口|户/.test(group))) return [];
  const isMoney = groups.some((group) => MONEY.test(group) && !isBlockedGroup(group));
  if (!isMoney) return [];
  const reason = `“${groups.at(-1) ?? ''}”的合计`;
  // Beside a 总投资 of its own it only sums up its group.
  return [
    { key: 'total', confidence: 0.93, reason },
    { key: 'sum', confidence: 0.7, reason },
  ];
}

/** 户数 and 人数 under 脱贫（监测）人口 or 受益总人口. */
function peopleCandidates(groups: readonly string[], leaf: string): Candidate[] {
  const pair = PEOPLE[leaf];
  if (!pair || groups.length === 0) return [];
  const isPoor = groups.some((group) => /脱贫|监测|贫困|三类/.test(group));
  const isBenefit = groups.some((group) => /受益|带动|覆盖|惠及|联农/.test(group));
  if (!isPoor && !isBenefit) return [];
  return [{ key: isPoor ? pair[1] : pair[0], confidence: 0.96, reason: `“${groups.join(' › ')}”下的${leaf}` }];
}

function wordCandidates(groups: readonly string[], leaf: string, short: string, words: ColumnWords): Candidate[] {
  // 调整后总投资 is 总投资 as it is now.
  const forms = [leaf, short, `${groups.at(-1) ?? ''}${leaf}`, leaf.replace(/^(?:变更|调整)后/, '')];
  const isPart = groups.some((group) => /脱贫|监测|贫困/.test(group));
  const found = forms.flatMap((form, index) =>
    (form === '' ? [] : (words.exact.get(form) ?? []))
      .filter(
        (candidate) =>
          !candidate.key.startsWith('source:') && !(isPart && /^(?:households|people)$/.test(candidate.key)),
      )
      .map((candidate) => ({ ...candidate, confidence: candidate.confidence - index * 0.03 })),
  );
  if (isCountyHead(leaf)) found.push({ key: 'region', confidence: 0.9, reason: '表头说的是县（市、区）' });
  // Beside a column of the whole period, a bare year tells what that one may not.
  if (/年度$/.test(leaf) && found.some(({ key }) => key === 'period'))
    found.push({ key: 'period:year', confidence: 0.75, reason: '年度，建设年限读不出时采用' });
  if (found.length > 0) return inContext(found, groups);
  // 经办人电话 is a number, whoever's it is.
  if (/(?:电话|手机|手机号码?|电话号码|联系方式)$/.test(leaf))
    return [{ key: 'phone', confidence: 0.85, reason: `表头以“${leaf.slice(-2)}”结尾` }];
  const crosstab = words.regions.get(leaf);
  if (crosstab !== undefined) return [{ key: `region:${crosstab}`, confidence: 0.95, reason: '县（市、区）' }];
  const category = words.categories.get(leaf);
  if (category !== undefined) return [{ key: `category:${category}`, confidence: 0.9, reason: '规划类别' }];
  return isBlocked(leaf) || groups.some(isBlockedGroup) ? [] : partialMatch(words, leaf);
}

/** 起/止 and 开始时间 mean the project's period only by themselves or under a group of that kind. */
function inContext(found: readonly Candidate[], groups: readonly string[]): Candidate[] {
  const isOther = groups.some((group) => isBlockedGroup(group) || /公示|村民|会议/.test(group));
  return found.map((candidate) => (isOther ? { ...candidate, confidence: candidate.confidence - 0.4 } : candidate));
}
