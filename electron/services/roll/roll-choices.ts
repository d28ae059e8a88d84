// What a roll-over is asked for, checked against the old plan before anything is read or written further.
import { BUILT_IN_SCHEMES, withScheme } from '#seeds/schemes.ts';
import type { RollInput } from '#shared/contract/methods/roll.ts';
import { type CategoryScheme, MOST_YEARS, periodText } from '#shared/domain/reference.ts';
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
  // Years that both plans have stay years of the new one; only those before it are 期前.
  if (firstYear <= plan.firstYear)
    throw bad(
      `新规划期 ${periodText(input)}不晚于“${workbook}”的规划期 ${periodText(plan)}开始，没有可以计入期前的年度，不能结转。新规划期应从 ${plan.firstYear + 1} 年或以后开始，一般从 ${plan.lastYear + 1} 年开始。`,
    );
  const asOf = input.asOf ?? `${firstYear - 1}-12-31`;
  if (!isIsoDay(asOf)) throw bad(`截至日“${asOf}”不是日期，应写成 ${firstYear - 1}-12-31 这样。`);
  if (Number(asOf.slice(0, 4)) >= firstYear)
    throw bad(
      `截至日 ${dayWords(asOf)}不能在新规划期（${firstYear} 年起）以内，最晚为 ${dayWords(`${firstYear - 1}-12-31`)}。`,
    );
  const scheme = input.scheme === undefined ? plan.scheme : findScheme(reference.schemes, input.scheme)?.id;
  if (scheme === undefined) {
    const known = offeredSchemes(reference.schemes)
      .map(({ id, name }) => `${id}（${name}）`)
      .join('、');
    throw bad(`“${workbook}”中没有类别体系“${input.scheme}”。可以用：${known}。`);
  }
  const take: readonly OldState[] = input.take ?? USUAL_TAKE;
  const ids = input.ids === undefined ? undefined : new Set(input.ids);
  return { next: { firstYear, lastYear, scheme }, asOf, take, ids, workbook };
}

/** The schemes of the workbook, then those of the program that it does not have. */
export function offeredSchemes(own: readonly CategoryScheme[]): CategoryScheme[] {
  return [...own, ...BUILT_IN_SCHEMES.filter(({ id }) => own.every((one) => one.id !== id))];
}

/** A scheme by its code or its name. */
export function findScheme(own: readonly CategoryScheme[], words: string): CategoryScheme | undefined {
  const offered = offeredSchemes(own);
  const plain = (text: string): string => text.replace(/[\s“”"]/g, '');
  return offered.find(({ id }) => id === words) ?? offered.find(({ name }) => plain(name) === plain(words));
}

/** The old plan with the scheme that is asked for, where that is one of the program's and not in the workbook yet. */
export function withAskedScheme(old: OldPlan, words: string | undefined): OldPlan {
  const found = words === undefined ? undefined : findScheme(old.data.reference.schemes, words);
  if (!found) return old;
  return { ...old, data: { ...old.data, reference: withScheme(old.data.reference, found.id) } };
}
