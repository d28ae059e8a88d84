// How many there are said to be (八大类, 三大行动, 等6个方面) against how many the sentence or a table lists.
import { chineseDecimal } from '#shared/text/chinese-number.ts';
import type { ProofFinding, ProofPlace } from '../finding.ts';
import type { Flow } from '../flow.ts';

const COUNT =
  /(等)?(?<![第\d一二三四五六七八九十])([一二两三四五六七八九十]{1,3}|\d{1,2})(?:大类|大(?=[^，。；、\d]{2,6})|个方面|个领域|类(?=工程|项目|任务))/g;
const LONGEST_LIST = 400;

export interface ProvedCounts {
  findings: ProofFinding[];
  checked: ProofPlace[];
}

/** How many names stand in a list before a place, with those in brackets in the place of the one before them. */
function listBefore(text: string, at: number): number[] {
  const before = text.slice(Math.max(0, at - LONGEST_LIST), at);
  const sentence = before.slice(Math.max(...[...'。；：:\n'].map((sign) => before.lastIndexOf(sign))) + 1);
  const flat = sentence.replaceAll(/（[^（）]*）/g, '');
  // The list begins behind the last comma: 重点实施A、B、C等.
  const list = flat.slice(flat.lastIndexOf('，') + 1);
  const names = list.split(/、|以及|及其?|和(?=[^、]{2,}$)/).length;
  if (names < 3) return [];
  const inner = [...sentence.matchAll(/（([^（）]*)）/g)].map(([, words = '']) => words.split(/、|和/).length);
  const joined = list.split('、').length;
  return [
    names,
    joined,
    ...inner.map((count) => joined - 1 + count),
    joined - inner.length + inner.reduce((sum, one) => sum + one, 0),
  ];
}

/** `sizes`: how many classes the tables of the draft list. */
export function proveCounts(flow: Flow, sizes: ReadonlySet<number>): ProvedCounts {
  const proved: ProvedCounts = { findings: [], checked: [] };
  for (const { index, 0: raw, 1: etc, 2: numeral = '' } of flow.text.matchAll(COUNT)) {
    const count = Number(/\d/.test(numeral) ? numeral : (chineseDecimal(numeral) ?? 0));
    if (count < 2) continue;
    const counts = listBefore(flow.text, index);
    // “五大振兴” is the name of something.
    if (counts.length === 0 || /[“"《]$/.test(flow.text.slice(Math.max(0, index - 1), index))) continue;
    const where = flow.placeOf(index + (etc ? 1 : 0), index + raw.length);
    proved.checked.push(where);
    if (counts.includes(count)) continue;
    const [listed = 0] = counts;
    // 种植业、养殖业等六大类 names some of them only.
    if (etc !== undefined && listed < count && sizes.has(count)) continue;
    if (etc !== undefined && listed < count - 2) continue;
    const shown = raw.replace(/^等/, '');
    proved.findings.push({
      ...{ rule: 'X02', level: 'doubt', raw: shown, expected: String(listed), difference: String(count - listed) },
      ...{ where, against: [], cause: null },
      message: `写的是“${shown}”，前面列了${listed}项，差 ${count - listed} 项。请核对。`,
    });
  }
  return proved;
}
