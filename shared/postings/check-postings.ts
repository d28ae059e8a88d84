// 审核 of the register of notices against dated steps, money released and the list as it is now (SPECS E5). Nothing is said
// of what a workbook does not keep: without any notice only batches are counted.
import type { Finding } from '../checks/finding.ts';
import { withChosenLevels } from '../checks/rule-settings.ts';
import { RULE_BY_ID } from '../checks/rules.ts';
import { plainFinding } from '../checks/wording.ts';
import { checkPosting } from './check-posting.ts';
import { checkSteps, checkStored } from './check-steps.ts';
import { type Known, knownFacts, type PostingFacts, REGISTER, someNames } from './facts.ts';
import { batchFinding, lateBatches, uncountedBatches } from './late-batches.ts';

/** Findings at the levels that the planner chose. */
export function checkPostings(facts: PostingFacts): Finding[] {
  return withChosenLevels(checkAll(facts), facts.settings, RULE_BY_ID);
}

function checkAll(facts: PostingFacts): Finding[] {
  const known = knownFacts(facts);
  const late = lateBatches(known);
  if (facts.postings.length === 0) return late.length === 0 ? [] : [uncountedBatches(late)];
  return [
    ...facts.postings.flatMap((posting) => checkPosting(posting, known)),
    ...checkContacts(known),
    ...checkSteps(known),
    ...checkStored(known),
    ...late.map(batchFinding),
  ];
}

/** E03, once for all: a register kept as a sheet often has no such columns. */
function checkContacts({ postings }: Known): Finding[] {
  const without = postings.filter(
    ({ kind, contact, hotline, withdrawnAt }) =>
      kind === '公示' && withdrawnAt === null && contact.trim() === '' && hotline.trim() === '',
  );
  if (without.length === 0) return [];
  const names = someNames(
    without.map(({ title }) => title),
    '条',
  );
  return [
    plainFinding(
      'E03',
      'warning',
      { table: REGISTER, row: '', column: '监督电话' },
      `${REGISTER}：${without.length} 条公示没有监督电话，也没有联系人（${names}）。请补填，并在公示上写明。`,
      { left: String(without.length) },
    ),
  ];
}
