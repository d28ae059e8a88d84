// What a roll-over is asked for, checked against the old plan before anything is read or written further.
import type { RollInput } from '#shared/contract/methods/roll.ts';
import { MOST_YEARS } from '#shared/domain/reference.ts';
import { dayWords, isIsoDay } from '#shared/notice/period.ts';
import { type OldState, USUAL_TAKE } from '#shared/roll/old-state.ts';
import type { RollChoices } from '#shared/roll/roll-over.ts';
import { AppError } from '#shared/values/app-error.ts';
import type { OldPlan } from './read-old.ts';

/** The choices with the usual answers filled in. Throws invalid-input, in words that say what would do. */
export function readChoices({ data, workbook }: OldPlan, input: Omit<RollInput, 'token'>): RollChoices {
  const { plan, reference } = data;
  const { firstYear, lastYear } = input;
  const bad = (message: string): AppError => new AppError('invalid-input', message);
  if (lastYear < firstYear || lastYear - firstYear >= MOST_YEARS)
    throw bad(`规划期 ${firstYear}—${lastYear} 年不对：结束年应不早于开始年，且不超过 ${MOST_YEARS} 年。`);
  if (firstYear <= plan.lastYear)
    throw bad(
      `新规划期 ${firstYear}—${lastYear} 年与“${workbook}”的规划期 ${plan.firstYear}—${plan.lastYear} 年重叠，不能结转。新规划期应从 ${plan.lastYear + 1} 年或以后开始。`,
    );
  const asOf = input.asOf ?? `${firstYear - 1}-12-31`;
  if (!isIsoDay(asOf)) throw bad(`截至日“${asOf}”不是日期，应写成 ${firstYear - 1}-12-31 这样。`);
  if (Number(asOf.slice(0, 4)) >= firstYear)
    throw bad(
      `截至日 ${dayWords(asOf)}不能在新规划期（${firstYear} 年起）以内，最晚为 ${dayWords(`${firstYear - 1}-12-31`)}。`,
    );
  const scheme = input.scheme ?? plan.scheme;
  if (!reference.schemes.some(({ id }) => id === scheme)) {
    const known = reference.schemes.map(({ id, name }) => `${id}（${name}）`).join('、');
    throw bad(`“${workbook}”中没有类别体系“${scheme}”。可以用：${known}。`);
  }
  const take: readonly OldState[] = input.take ?? USUAL_TAKE;
  const ids = input.ids === undefined ? undefined : new Set(input.ids);
  return { next: { firstYear, lastYear, scheme }, asOf, take, ids, workbook };
}
