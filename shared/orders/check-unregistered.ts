// G01: the list is not what was printed and approved since. Each project is told; of very many the first, and how many more.
import type { Finding } from '../checks/finding.ts';
import { type Place, PROJECT_TABLE, placeText, plainFinding, projectName, projectPlace } from '../checks/wording.ts';
import { wanText } from '../values/money.ts';
import { totalOf } from '../versions/compare.ts';
import type { OrderFacts } from './facts.ts';
import type { Unregistered } from './unregistered.ts';

const MOST_TOLD = 200;
const ADVICE = '请在“版本与日志”的“调整变更”里登记理由和批复文号，或者改回来。';

export function checkUnregistered({ printed, unregistered }: OrderFacts): Finding[] {
  if (printed === null || unregistered.length === 0) return [];
  const told = unregistered.slice(0, MOST_TOLD).map((row) => toFinding(row, printed.name));
  const left = unregistered.length - told.length;
  if (left === 0) return told;
  const place = { table: PROJECT_TABLE, row: '', column: '调整变更' };
  const message = `${PROJECT_TABLE}：与印发稿“${printed.name}”相比，另有 ${left} 处调整没有批复的调整变更。${ADVICE}`;
  return [...told, plainFinding('G01', 'error', place, message, { left: String(left) })];
}

function toFinding(row: Unregistered, printed: string): Finding {
  const [old, fresh] = [row.before[0], row.after[0]];
  const place: Place = fresh
    ? projectPlace(fresh, row.types[0] ?? '调整', 'name')
    : { table: PROJECT_TABLE, row: old ? projectName(old) : '', column: '取消' };
  const [left, right] = [amountOf(row.after), amountOf(row.before)];
  const amounts = left === right ? '' : `，总投资由 ${right || '无'} 变为 ${left || '无'} 万元`;
  const what = `${placeText(place)}：印发稿“${printed}”以后${row.types.join('、')}${amounts}`;
  const values = { left, right, difference: row.difference === 0 ? '' : wanText(row.difference), aspect: row.key };
  if (row.asked !== null)
    return plainFinding(
      'G01',
      'warning',
      place,
      `${what}，调整变更还在申请，没有批复就改了。批复后请填文号和日期。`,
      values,
    );
  return plainFinding('G01', 'error', place, `${what}，没有登记调整变更。${ADVICE}`, values);
}

function amountOf(projects: Unregistered['before']): string {
  return projects.every(({ amounts }) => amounts.total === null) ? '' : wanText(totalOf(projects));
}
