// The questions of an import. The backend stops asking once a question is answered; the page keeps it in sight, so
// that the answer can be looked at and changed until the import is taken in.
import type { ImportChoices, ImportPreview, ImportQuestion } from '#shared/import/preview.ts';

/** A list of more options than these is chosen from a box that can be searched. */
const RADIO_LIMIT = 6;

export function isLongList(question: ImportQuestion): boolean {
  return question.options.length > RADIO_LIMIT;
}

/** The option that is marked 建议; null where there is none. */
export function proposedOption({ proposed, assumed }: ImportQuestion): string | null {
  return proposed === undefined ? assumed : proposed;
}

export function isAnswered(question: ImportQuestion, choices: ImportChoices): boolean {
  return choices.answers?.[question.id] !== undefined;
}

/** The headings of one table that the plan does not know, in the order in which they are asked about. */
export interface HeadingGroup {
  file: string;
  sheet: string;
  questions: ImportQuestion[];
}

/** Tables of which several headings are asked about: one answer may do for all of them. */
export function headingGroups(questions: readonly ImportQuestion[]): HeadingGroup[] {
  const asked = questions.filter(({ heading }) => heading !== undefined);
  const byTable = Map.groupBy(asked, ({ id, heading }) => id.slice(0, -(heading?.text ?? '').length));
  return [...byTable.values()]
    .filter((own) => own.length > 1)
    .map((own) => ({ file: own[0]?.file ?? '', sheet: own[0]?.heading?.sheet ?? '', questions: own }));
}

/** The same answer for every question of a group. */
export function answerAll(choices: ImportChoices, questions: readonly ImportQuestion[], value: string): ImportChoices {
  const given = Object.fromEntries(questions.map(({ id }) => [id, value]));
  return { ...choices, answers: { ...choices.answers, ...given } };
}

/** Questions that still wait for an answer. */
export function openQuestions(preview: ImportPreview, choices: ImportChoices): ImportQuestion[] {
  return preview.questions.filter((question) => !isAnswered(question, choices));
}

/** The questions to show: those asked before and answered stay in their place, new ones follow. */
export function keepQuestions(
  before: readonly ImportQuestion[],
  asked: readonly ImportQuestion[],
  choices: ImportChoices,
): ImportQuestion[] {
  const fresh = new Map(asked.map((question) => [question.id, question]));
  const kept = before.flatMap((question) => {
    const again = fresh.get(question.id);
    fresh.delete(question.id);
    return again ?? (isAnswered(question, choices) ? question : []);
  });
  return [...kept, ...fresh.values()];
}
