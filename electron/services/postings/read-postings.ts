// The register and its matrix as they stand at a day, for the window and for files.
import { countFindings, type Finding, type FindingCounts } from '#shared/checks/finding.ts';
import type { Day } from '#shared/domain/execution.ts';
import type { PostingStageId } from '#shared/domain/posting.ts';
import { checkPostings } from '#shared/postings/check-postings.ts';
import { makeMatrix } from '#shared/postings/matrix-table.ts';
import { type RegisterRow, registerRows } from '#shared/postings/register.ts';
import type { Session } from '../session.ts';
import { postingFacts } from './facts.ts';

/** Without the rows that stood there: they may be many. */
export type SentRow = Omit<RegisterRow, 'posting'> & { posting: Omit<RegisterRow['posting'], 'posted'> };

export interface RegisterView {
  asOf: Day;
  rows: SentRow[];
}

export function readRegisterView(session: Session, asOf: Day): RegisterView {
  return { asOf, rows: rowsOf(session, asOf).map(withoutContent) };
}

function rowsOf(session: Session, asOf: Day): RegisterRow[] {
  const facts = postingFacts(session, asOf);
  return registerRows(facts.data, facts.postings, facts);
}

function withoutContent({ posting: { posted: _, ...posting }, ...row }: RegisterRow): SentRow {
  return { ...row, posting };
}

/** The notices of one project, the newest first. */
export function readProjectPostings(session: Session, projectId: string, asOf: Day): SentRow[] {
  return rowsOf(session, asOf)
    .filter(({ posting }) => posting.projectIds.includes(projectId))
    .reverse()
    .map(withoutContent);
}

export interface MatrixView {
  asOf: Day;
  stages: { id: PostingStageId; name: string }[];
  rows: { id: string; name: string; place: string; cells: Partial<Record<PostingStageId, string>>; missing: number }[];
}

export function readMatrix(session: Session, asOf: Day): MatrixView {
  const { data, execution, postings } = postingFacts(session, asOf);
  const { stages, rows } = makeMatrix(data, execution, postings, asOf);
  return {
    asOf,
    stages: stages.map(({ id, name }) => ({ id: id as PostingStageId, name })),
    rows: rows.map(({ project: { id, name, town, village }, ...row }) => ({
      id,
      name,
      place: [town, village].filter((part) => part !== null).join(''),
      ...row,
    })),
  };
}

/** Findings on the register alone, at the levels that the planner chose. */
export function findOnPostings(session: Session, asOf: Day): { findings: Finding[]; counts: FindingCounts } {
  const facts = postingFacts(session, asOf);
  const findings = checkPostings(facts);
  return { findings, counts: countFindings(findings) };
}
