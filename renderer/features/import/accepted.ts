// Proposals of the reader for cells that it could not read, taken or left by the user.
import type { ImportChoices, ImportProblem } from '#shared/import/preview.ts';
import { chooseAnswer } from './choices.ts';

/** Ids of such answers, behind the table they belong to. */
const ACCEPT_ID = /\/accept:[A-Z]+\d+$/;

export function isAccepted(problem: ImportProblem, choices: ImportChoices): boolean {
  return problem.accept !== undefined && choices.answers?.[problem.accept] === 'yes';
}

/** Problems with a proposal that is not taken yet. */
export function openProposals(problems: readonly ImportProblem[], choices: ImportChoices): ImportProblem[] {
  return problems.filter((problem) => problem.accept !== undefined && !isAccepted(problem, choices));
}

export function acceptProposals(choices: ImportChoices, problems: readonly ImportProblem[]): ImportChoices {
  return problems.reduce((all, { accept }) => (accept === undefined ? all : chooseAnswer(all, accept, 'yes')), choices);
}

/** How many proposals are taken, those whose problem is no longer listed too. */
export function countAccepted(choices: ImportChoices): number {
  return Object.keys(choices.answers ?? {}).filter((id) => ACCEPT_ID.test(id)).length;
}

/** Takes all of them back. */
export function rejectProposals(choices: ImportChoices): ImportChoices {
  const kept = Object.entries(choices.answers ?? {}).filter(([id]) => !ACCEPT_ID.test(id));
  return { ...choices, answers: Object.fromEntries(kept) };
}
