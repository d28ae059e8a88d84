// How alike two projects are, and why: name, place, content, amount and year, each as far as both state it.
import type { Signature } from './signature.ts';

/** Two projects that may be one. */
export interface Pair {
  /** Ids of the two; `a` stands earlier in the list, or in the list as against another file. */
  a: string;
  b: string;
  /** 0 to 1. */
  score: number;
  /** In Chinese: 名称相似 0.92, 同村, 总投资相同. */
  reasons: string[];
}

/** From here on two projects are shown as a pair. */
export const PAIR_SCORE = 0.8;
/** Same name, place and year: shown whatever else differs. */
const SAME_SCORE = 0.85;
const WEIGHTS = { name: 0.5, place: 0.15, content: 0.2, amount: 0.15, year: 0.25 } as const;
/** A name that is less alike is not looked at further. */
export const LEAST_NAME = 0.6;
/** Letters of 建设内容 that say enough to know a work by. */
const LEAST_WORK = 6;

/** Share of common pairs of letters (Dice); 0 where their numbers alone make the names too different. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const small = a.size < b.size ? a : b;
  const large = small === a ? b : a;
  if (small.size * 2 < LEAST_NAME * (a.size + b.size) || large.size === 0) return 0;
  let common = 0;
  for (const gram of small) if (large.has(gram)) common += 1;
  return (2 * common) / (a.size + b.size);
}

/** How alike two names are, 0 to 1; 0 for numbers that tell two projects apart (一组, 二组). */
export function nameLikeness(a: Signature, b: Signature): number {
  if (areNumbersOpposed(a, b)) return 0;
  return isSet(a.core) && a.core === b.core ? 1 : likeness(a.grams, b.grams);
}

function isSet(text: string): boolean {
  return text !== '';
}

interface Evidence {
  kind: keyof typeof WEIGHTS;
  /** 0 to 1. */
  value: number;
  reason: string;
}

const SAME_VILLAGE: Evidence = { kind: 'place', value: 1, reason: '同村' };

/** Village, else town; null where nothing is stated on one side. A different village means two projects. */
function placeEvidence(a: Signature, b: Signature): Evidence | 'different' | null {
  if (a.region !== b.region) return 'different';
  const [one, other] = [a.place, b.place];
  if (isSet(one.group) && isSet(other.group) && one.group !== other.group) return 'different';
  if (isSet(one.village) && isSet(other.village)) {
    const isSameTown = !isSet(one.town) || !isSet(other.town) || one.town === other.town;
    return one.village === other.village && isSameTown ? SAME_VILLAGE : 'different';
  }
  if (!isSet(one.town) || !isSet(other.town)) return null;
  // Where only one of the two cells could be cut, both read alike in one.
  if (one.town !== other.town) return one.joined === other.joined ? SAME_VILLAGE : 'different';
  return { kind: 'place', value: 0.6, reason: '同乡镇' };
}

function contentEvidence(a: Signature, b: Signature): Evidence | null {
  if (!isSet(a.content) || !isSet(b.content)) return null;
  if (a.content === b.content) return { kind: 'content', value: 1, reason: '建设内容相同' };
  const words = likeness(a.contentGrams, b.contentGrams);
  // 硬化道路 800 米 and 硬化道路 1200 米 read alike and are two works.
  const value = a.contentNumbers === b.contentNumbers ? words : words / 2;
  return { kind: 'content', value, reason: value >= 0.8 ? `建设内容相似 ${value.toFixed(2)}` : '' };
}

function amountEvidence(a: Signature, b: Signature): Evidence | null {
  if (a.total === null || b.total === null || a.total === 0 || b.total === 0) return null;
  if (a.total === b.total) return { kind: 'amount', value: 1, reason: '总投资相同' };
  const ratio = Math.min(a.total, b.total) / Math.max(a.total, b.total);
  return { kind: 'amount', value: ratio > 0.95 ? 0.5 : 0, reason: ratio > 0.95 ? '总投资相近' : '' };
}

function yearEvidence(a: Signature, b: Signature): Evidence | null {
  if (a.year === null || b.year === null) return null;
  return a.year === b.year
    ? { kind: 'year', value: 1, reason: `同在 ${a.year}年` }
    : { kind: 'year', value: 0, reason: `年度不同（${a.year}、${b.year}）` };
}

function areNumbersOpposed(a: Signature, b: Signature): boolean {
  return a.numbers.length > 0 && b.numbers.length > 0 && a.numbers.join() !== b.numbers.join();
}

function nameReason(a: Signature, b: Signature, likeness: number): string {
  if (a.project.name.trim() === b.project.name.trim()) return '名称相同';
  return likeness === 1 ? '名称基本相同' : `名称相似 ${likeness.toFixed(2)}`;
}

/** Compares two projects; null where they are plainly two. The cheap questions come first: most pairs end there. */
export function comparePair(a: Signature, b: Signature): Pair | null {
  const isSameCode = isSet(a.code) && a.code === b.code;
  const hasSameWork =
    a.content.length >= LEAST_WORK && a.content === b.content && a.total !== null && a.total === b.total;
  const isSameName = isSet(a.core) && a.core === b.core;
  const name = isSameName ? 1 : likeness(a.grams, b.grams);
  // Other names, or a number that only one of them bears, make two projects, unless all else is the same.
  const isOther = name < LEAST_NAME || a.numbers.length !== b.numbers.length;
  if ((isOther && !hasSameWork && !isSameCode) || areNumbersOpposed(a, b)) return null;
  const place = placeEvidence(a, b);
  if (place === 'different') return null;
  // The same work under another name: content, place and amount to the letter.
  const isSameWork = hasSameWork && place?.value === 1;
  if (isOther && !isSameWork && !isSameCode) return null;
  const content = contentEvidence(a, b);
  const amount = amountEvidence(a, b);
  const year = yearEvidence(a, b);
  const evidence: Evidence[] = [
    { kind: 'name', value: name, reason: nameReason(a, b, name) },
    ...[place, content, amount, year].filter((item) => item !== null),
  ];
  const weight = evidence.reduce((sum, { kind }) => sum + WEIGHTS[kind], 0);
  const mean = evidence.reduce((sum, { kind, value }) => sum + WEIGHTS[kind] * value, 0) / weight;
  const isSamePlan = isSameName && a.core.length > 1 && place?.value === 1 && year?.value !== 0;
  const score = Math.max(mean, isSamePlan ? SAME_SCORE : 0, isSameWork ? SAME_SCORE : 0, isSameCode ? SAME_SCORE : 0);
  if (score < PAIR_SCORE) return null;
  return {
    a: a.project.id,
    b: b.project.id,
    score: Math.round(score * 100) / 100,
    reasons: [...(isSameCode ? ['项目编号相同'] : []), ...evidence.map(({ reason }) => reason).filter(isSet)],
  };
}
