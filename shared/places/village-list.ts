// Villages one beside the other in one cell: 甲村、乙村3组和丙村. Each character is looked at a fixed number of times,
// however the names may be cut.

const HAN = /\p{Script=Han}/u;
const DIGIT = /\d/;
/** 和 and 及 join names, and stand within them as well: 和平村. */
const JOINS = new Set(['、', ',', ';', '/', '和', '及']);
const LONGEST_NAME = 10;

/** True for two names or more, each up to ten characters with digits and 组 behind them, with one sign between. */
export function isVillageList(text: string): boolean {
  const signs = [...text];
  const digitsEnd = endsOfDigits(signs);
  // The places where a name may begin; 0 is the first one.
  const begins = new Set([0]);
  for (let at = 0; at < signs.length; at += 1) {
    if (!begins.has(at)) continue;
    for (let end = at + 1; end <= at + LONGEST_NAME && HAN.test(signs[end - 1] ?? ''); end += 1) {
      const behind = digitsEnd[end] ?? end;
      for (const next of signs[behind] === '组' ? [behind, behind + 1] : [behind]) {
        if (next === signs.length && at > 0) return true;
        if (JOINS.has(signs[next] ?? '') || /\s/.test(signs[next] ?? '')) begins.add(next + 1);
      }
    }
  }
  return false;
}

/** Behind each place: where the digits that begin there end. */
function endsOfDigits(signs: readonly string[]): number[] {
  const ends: number[] = [];
  for (let at = signs.length - 1; at >= 0; at -= 1)
    ends[at] = DIGIT.test(signs[at] ?? '') ? (ends[at + 1] ?? at + 1) : at;
  return ends;
}
