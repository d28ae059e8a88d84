// T-5 and T-6 (SPECS F7): the large projects, and those that have not begun or are not finished in time.
import { endYear, type Project, startYear } from '../domain/project.ts';
import { type ProjectProgress, rateOf, stateWords } from '../funds/figures.ts';
import { placeOf } from '../funds/list-place.ts';
import { rateCell, textCell } from '../funds/table-cells.ts';
import type { EvaluationTable } from '../records/evaluation.ts';
import { formatWanFull, toFen } from '../values/money.ts';
import { topClassReader } from './class-table.ts';
import { type EvaluationFacts, knownAmount, NOT_KNOWN } from './facts.ts';

const MOST_LARGE = 60;
const MOST_LATE = 500;

/** 2021—2023, 2021. */
function periodOf(project: Project): string {
  const [from, to] = [startYear(project), endYear(project)];
  if (from === null) return to === null ? '' : String(to);
  return to === null || to === from ? String(from) : `${from}—${to}`;
}

export function largeTable({ data, figures, known, leastFen }: EvaluationFacts): EvaluationTable {
  const topOf = topClassReader(data);
  const large = figures.projects.filter(({ planFen }) => planFen >= leastFen).sort((a, b) => b.planFen - a.planFen);
  return {
    id: 'evaluation-large',
    number: '',
    title: '重大项目进展情况表',
    columns: [
      { key: 'number', label: '序号', kind: 'text', isNarrow: true },
      { key: 'name', label: '项目名称', kind: 'text' },
      { key: 'class', label: '类别', kind: 'text' },
      { key: 'period', label: '建设年限', kind: 'text', isNarrow: true },
      { key: 'plan', label: '规划投资', kind: 'amount' },
      { key: 'released', label: '下达资金', kind: 'amount' },
      { key: 'done', label: '完成投资', kind: 'amount' },
      { key: 'paid', label: '已支付', kind: 'amount' },
      { key: 'rate', label: '完成率(%)', kind: 'share' },
      { key: 'state', label: '状态', kind: 'text', isNarrow: true },
    ],
    rows: large.slice(0, MOST_LARGE).map((one, index) => {
      const isDone = known.done.has(one.project.id);
      return {
        key: one.project.id,
        role: 'item',
        depth: 0,
        cells: [
          textCell(String(index + 1)),
          textCell(one.project.name),
          textCell(topOf(one.project.categoryId).name),
          textCell(periodOf(one.project)),
          { kind: 'amount', fen: one.planFen },
          knownAmount(known.released, one.releasedFen),
          knownAmount(isDone, one.doneFen),
          knownAmount(known.paid, one.paidFen),
          rateCell(isDone ? rateOf(one.doneFen, one.planFen) : null),
          known.work || known.released ? textCell(stateWords(one)) : NOT_KNOWN,
        ],
      };
    }),
    notes: [
      `规划投资 ${formatWanFull(toFen(leastFen))} 万元及以上的项目${large.length === 0 ? '：没有' : ` ${large.length} 个`}${large.length > MOST_LARGE ? `，列投资最大的 ${MOST_LARGE} 个` : ''}。`,
    ],
  };
}

/** Why a project is behind at the day; null where it is not. */
export function lateness({ project, state, life }: ProjectProgress, asOf: string): string | null {
  if (life.isDropped || state === '已竣工') return null;
  const year = Number(asOf.slice(0, 4));
  const isOver = (planned: number | null): boolean =>
    planned !== null && (planned < year || (planned === year && asOf.slice(5) === '12-31'));
  if (life.isPaused) return '暂缓';
  if (state !== '已开工') return isOver(startYear(project)) ? `应 ${startYear(project)} 年开工，未开工` : null;
  return isOver(endYear(project)) ? `应 ${endYear(project)} 年完工，未竣工` : null;
}

export function lateProjects({ figures, known, asOf }: EvaluationFacts): { one: ProjectProgress; why: string }[] {
  if (!known.work) return [];
  return figures.projects.flatMap((one) => {
    const why = lateness(one, asOf);
    return why === null ? [] : [{ one, why }];
  });
}

export function lateTable(facts: EvaluationFacts): EvaluationTable {
  const { data, known } = facts;
  const topOf = topClassReader(data);
  const late = lateProjects(facts);
  const reasonOf = ({ life, note }: ProjectProgress): string =>
    note?.problem || life.last?.reason || life.returned?.reason || '';
  return {
    id: 'evaluation-late',
    number: '',
    title: '未开工和滞后项目表',
    columns: [
      { key: 'number', label: '序号', kind: 'text', isNarrow: true },
      { key: 'name', label: '项目名称', kind: 'text' },
      { key: 'class', label: '类别', kind: 'text' },
      { key: 'place', label: '实施地点', kind: 'text' },
      { key: 'period', label: '建设年限', kind: 'text', isNarrow: true },
      { key: 'plan', label: '规划投资', kind: 'amount' },
      { key: 'why', label: '滞后情形', kind: 'text' },
      { key: 'reason', label: '原因', kind: 'text' },
    ],
    rows: late.slice(0, MOST_LATE).map(({ one, why }, index) => ({
      key: one.project.id,
      role: 'item',
      depth: 0,
      cells: [
        textCell(String(index + 1)),
        textCell(one.project.name),
        textCell(topOf(one.project.categoryId).name),
        textCell(placeOf(one.project)),
        textCell(periodOf(one.project)),
        { kind: 'amount', fen: one.planFen },
        textCell(why),
        textCell(reasonOf(one)),
      ],
    })),
    notes: known.work
      ? [
          `截至 ${facts.asOf}${late.length === 0 ? '，没有未开工和滞后的项目' : `，共 ${late.length} 个${late.length > MOST_LATE ? `，列前 ${MOST_LATE} 个` : ''}`}。`,
        ]
      : ['没有录入办理、进度和支付，不能判断哪些项目滞后。'],
  };
}
