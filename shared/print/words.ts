// Where the words of a short Chinese text end, for header labels and titles: 财政衔接 / 资金, not 财政衔 / 接资金.
import { type Atom, atomsOf, makeAtom } from './unbreakable.ts';

/** Words of the plans that no general word list knows; longer ones first where one begins another. */
const PLAN_WORDS = [
  ...['乡村振兴', '脱贫攻坚', '三保障', '涉农', '专项', '县级', '市级', '省级', '中央', '自筹', '衔接', '扶贫', '脱贫'],
  ...['帮扶', '后续', '联农', '带农', '个数', '户数', '人数', '村数', '金额', '序号', '填报', '易地', '街道', '社区'],
  ...['小计', '合计', '占比', '比重', '年限', '起止', '备注', '批复', '文号', '就业', '增收', '十四五', '十五五'],
];
const KNOWN = new RegExp(`(${PLAN_WORDS.join('|')})`, 'u');
/** Single characters that end a word: 脱贫户, 目标值, 彝族乡. */
const ENDINGS = '户人数量率额值期镇乡村局区县市年月日号式表费款项类级站所院校路';
const HAN = /^\p{Script=Han}$/u;
const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** The atoms of a text with characters joined to words; a word is parted only where it alone is wider than a line. */
export function wordsOf(text: string): Atom[] {
  const result: Atom[] = [];
  let run = '';
  const end = (): void => {
    result.push(...segment(run).map((word) => makeAtom(word, false)));
    run = '';
  };
  for (const atom of atomsOf(text)) {
    if (HAN.test(atom.text)) run += atom.text;
    else {
      end();
      result.push(atom);
    }
  }
  end();
  return result;
}

function segment(run: string): string[] {
  if (run === '') return [];
  const parts = run
    .split(KNOWN)
    .flatMap((part) => (KNOWN.test(part) ? [part] : [...words.segment(part)].map(({ segment: word }) => word)));
  return joinSingles(parts);
}

/** Characters that stand alone are half a word: two of them make one, one goes with its neighbour. */
function joinSingles(parts: readonly string[]): string[] {
  const result: string[] = [];
  let waiting = '';
  for (const part of parts) {
    if (part.length > 1) {
      result.push(waiting + part);
      waiting = '';
    } else if (waiting !== '') {
      result.push(waiting + part);
      waiting = '';
    } else if (ENDINGS.includes(part) && result.length > 0) result[result.length - 1] += part;
    else waiting = part;
  }
  if (waiting === '') return result;
  const last = result.pop() ?? '';
  return [...result, last + waiting];
}
