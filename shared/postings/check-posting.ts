// One notice by itself: long enough, nothing personal, still what the list says, 到户 with its standard (P08, E02, E05, E06).
import type { Finding } from '../checks/finding.ts';
import { daysNeeded } from '../checks/posting-rules.ts';
import { plainFinding, projectPlace } from '../checks/wording.ts';
import type { Posting } from '../domain/posting.ts';
import { NAMELESS } from '../domain/project.ts';
import { holdsPersonalNumber } from '../notice/mask.ts';
import { countDays, countWords } from '../notice/period.ts';
import { newestOf, postingName } from './coverage.ts';
import { type Known, nameOf, REGISTER, someNames } from './facts.ts';
import { changesOf, postedText, unhiddenColumns } from './posted-content.ts';
import { type PostingState, postingState } from './posting-state.ts';

function postingPlace(posting: Pick<Posting, 'title'>, column: string) {
  return { table: REGISTER, row: posting.title, column };
}

export function checkPosting(posting: Posting, known: Known): Finding[] {
  if (posting.withdrawnAt !== null) return [];
  const { asOf, holidays, settings } = known;
  const state = postingState(posting, asOf, holidays, daysNeeded(settings, posting.stage));
  return [
    ...shortFinding(posting, state),
    ...personalFinding(posting),
    ...changeFindings(posting, known),
    ...standardFinding(posting),
  ];
}

function shortFinding(posting: Posting, { isShort, to, days, needed }: PostingState): Finding[] {
  if (!isShort || to === null || posting.from === null) return [];
  const ended = [posting.closedAt, posting.withdrawnAt].find((day) => day !== null && day < to) ?? to;
  const calendar = countDays(posting.from, ended, 'days');
  const kind = posting.dayKind === 'workdays' ? `（${countWords(days ?? 0, 'workdays')}）` : '';
  return [
    plainFinding(
      'P08',
      'warning',
      postingPlace(posting, '天数'),
      `${postingName(posting)}：${posting.from} 至 ${ended} 只有 ${calendar} 天${kind}，少于规定的 ${needed} 天。请延长公示，或核对起止日期。`,
      {
        left: String(calendar),
        right: String(needed),
        difference: String(calendar - (needed ?? 0)),
        rightName: '规定天数',
        aspect: `天数${posting.id}`,
      },
    ),
  ];
}

function personalFinding(posting: Posting): Finding[] {
  return [...wordsFinding(posting), ...postedFinding(posting)];
}

/** What a person typed or a register said; contact and hotline are there to be called. */
const WORDS = { title: '公示事项', place: '地点', result: '处理结果', note: '备注' } as const;

function wordsFinding(posting: Posting): Finding[] {
  const keys = (Object.keys(WORDS) as (keyof typeof WORDS)[]).filter((key) => holdsPersonalNumber(posting[key]));
  const columns: string[] = keys.map((key) => WORDS[key]);
  if (posting.objections.some(({ text, answer }) => holdsPersonalNumber(text) || holdsPersonalNumber(answer)))
    columns.push('异议');
  if (columns.length === 0) return [];
  const words = `${postingName(posting)}：登记的${columns.join('、')}里写有电话、身份证号或银行卡号。请在台账里隐去。`;
  return [
    plainFinding('E05', 'error', postingPlace(posting, columns[0] ?? ''), words, {
      left: columns.join('、'),
      aspect: `words${posting.id}`,
    }),
  ];
}

function postedFinding(posting: Posting): Finding[] {
  const { posted } = posting;
  if (posted === null) return [];
  const columns = new Set<string>();
  let rows = 0;
  for (const { cells } of posted.rows) {
    const labels = unhiddenColumns(posted, cells);
    if (labels.length > 0) rows += 1;
    for (const label of labels) columns.add(label);
  }
  if (rows === 0) return [];
  return [
    plainFinding(
      'E05',
      'error',
      postingPlace(posting, [...columns][0] ?? ''),
      `${postingName(posting)}：${rows} 个项目的${[...columns].join('、')}里有没有隐去的姓名、电话或证件号。请撤下，隐去个人信息后重新公示。`,
      { left: String(rows), aspect: posting.id },
    ),
  ];
}

/** E02: only the newest notice of a stage speaks for a project. */
function changeFindings(posting: Posting, { coverage, projects, data }: Known): Finding[] {
  const { posted } = posting;
  if (posted === null) return [];
  const findings: Finding[] = [];
  const gone: string[] = [];
  for (const { projectId, cells } of posted.rows) {
    const project = projects.get(projectId);
    if (!project) {
      gone.push(postedText(posted, cells, 'name') || NAMELESS);
      continue;
    }
    if (newestOf(coverage.of(project, posting.stage))?.id !== posting.id) continue;
    const changes = changesOf(posted, cells, project, data.reference);
    const [first] = changes;
    if (!first) continue;
    const since = posting.from !== null && posting.from < posted.frozenAt ? `（${posted.frozenAt} 登记）` : '';
    const words = changes
      .map(({ label, before, after }) => `${label}由“${before || '未填'}”改为“${after || '未填'}”`)
      .join('，');
    findings.push(
      plainFinding(
        'E02',
        'warning',
        projectPlace(project, first.label, GRID_COLUMN[first.key] ?? first.key),
        `“${nameOf(project)}”${postingName(posting)}${since}以后有改动：${words}。公示后有改动，应重新公示；改错了的请改回。`,
        { left: first.after, right: first.before, rightName: '公示内容', aspect: posting.id },
      ),
    );
  }
  if (gone.length > 0) {
    findings.push(
      plainFinding(
        'E02',
        'warning',
        postingPlace(posting, '项目名称'),
        `${postingName(posting)}：公示过的 ${someNames(gone, '个项目')}已不在项目表里。请核对是否调整出库，需要的应公示调整。`,
        { left: String(gone.length), aspect: `不在${posting.id}` },
      ),
    );
  }
  return findings;
}

/** Columns of the 项目表 by columns of a notice, where they differ. */
const GRID_COLUMN: Readonly<Record<string, string>> = { place: 'town', sources: 'total' };

function standardFinding(posting: Posting): Finding[] {
  const { stage, posted } = posting;
  if (stage !== 'household' || posted === null) return [];
  const without = posted.rows.filter(({ cells }) => !/\d/.test(postedText(posted, cells, 'subsidyStandard')));
  if (without.length === 0) return [];
  const names = without.map(({ cells }) => postedText(posted, cells, 'name') || NAMELESS);
  return [
    plainFinding(
      'E06',
      'warning',
      postingPlace(posting, '补助标准'),
      `${postingName(posting)}：${someNames(names, '个项目')}没有写补助标准（每户补助多少）。请在项目表填“补助标准”后重新公示。`,
      { left: String(without.length), aspect: posting.id },
    ),
  ];
}
