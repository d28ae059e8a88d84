// 项目 × 公示环节 for auditors (SPECS E6): the day of each notice of each project, 缺 where a step was done without it.
import type { Day, Execution } from '../domain/execution.ts';
import { type LifeEvent, type LifeStateId, rankOf } from '../domain/life.ts';
import { POSTING_STAGES, type Posting, type PostingStage, type PostingStageId } from '../domain/posting.ts';
import { NAMELESS, type Project } from '../domain/project.ts';
import { projectLives } from '../life/board.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { TableCell, TableColumn, TableResult } from '../tables/table.ts';
import { makeCoverage, newestOf } from './coverage.ts';

export interface MatrixRow {
  project: Project;
  /** By stage: its day, 日期不详, 缺 where the project is past it; '' where nothing is due. */
  cells: Partial<Record<PostingStageId, string>>;
  missing: number;
}

export interface Matrix {
  /** Stages that some project has or lacks, in order. */
  stages: readonly PostingStage[];
  rows: MatrixRow[];
}

/** Up to a day. Projects of which no notice is known and none is due are left out. */
export function makeMatrix(
  data: PlanData,
  execution: Pick<Execution, 'lines' | 'events'>,
  postings: readonly Posting[],
  asOf: Day,
): Matrix {
  const coverage = makeCoverage(postings.filter(({ from }) => from === null || from <= asOf));
  const used = new Set<string>();
  const rows = projectLives(data, execution, asOf).flatMap(({ project, life }): MatrixRow[] => {
    const cells: MatrixRow['cells'] = {};
    let missing = 0;
    for (const stage of POSTING_STAGES) {
      const posting = newestOf(coverage.of(project, stage.id));
      const isDue = posting === null && isPast(stage, life.state, life.reached);
      if (posting === null && !isDue) continue;
      cells[stage.id] = posting === null ? '缺' : (posting.from ?? '日期不详');
      if (isDue) missing += 1;
      used.add(stage.id);
    }
    return Object.keys(cells).length === 0 ? [] : [{ project, cells, missing }];
  });
  return { stages: POSTING_STAGES.filter(({ id }) => used.has(id)), rows };
}

/** Stages that every project goes through: village, town and county before their step, the library after it. */
function isPast(
  { before, id }: PostingStage,
  state: LifeStateId,
  reached: ReadonlyMap<LifeStateId, LifeEvent['date']>,
): boolean {
  if (id === 'completion') return reached.has('settled');
  if (before !== null) return rankOf(state) >= rankOf(before);
  return id === 'stored' && rankOf(state) >= rankOf('stored');
}

export function matrixTable({ plan }: Pick<PlanData, 'plan'>, { stages, rows }: Matrix, asOf: Day): TableResult {
  const columns: TableColumn[] = [
    { key: 'number', label: '序号', kind: 'text', isNarrow: true },
    { key: 'name', label: '项目名称', kind: 'text' },
    { key: 'place', label: '实施地点', kind: 'text' },
    { key: 'total', label: '总投资', kind: 'amount' },
    ...stages.map(({ id, name }): TableColumn => ({ key: id, label: name, kind: 'text' })),
    { key: 'missing', label: '缺', kind: 'count', counts: '个' },
  ];
  const text = (value: string): TableCell => (value === '' ? { kind: 'blank' } : { kind: 'text', text: value });
  const total = rows.reduce((sum, { missing }) => sum + missing, 0);
  return {
    id: 'posting-matrix',
    number: '',
    title: `${plan.regionName}项目公示情况一览表`,
    unit: '万元',
    columns,
    rows: rows.map(({ project, cells, missing }, index) => ({
      key: project.id,
      role: 'item',
      depth: 0,
      cells: [
        text(String(index + 1)),
        text(project.name || NAMELESS),
        text([project.town, project.village].filter((part) => part !== null).join('')),
        project.amounts.total === null ? { kind: 'blank' } : { kind: 'amount', fen: project.amounts.total },
        ...stages.map(({ id }) => text(cells[id as PostingStageId] ?? '')),
        missing === 0 ? { kind: 'blank' } : { kind: 'count', value: missing },
      ],
    })),
    notes: [`截至 ${asOf}。格中是公示起始日；“缺”是已办理到后面的步骤而台账里没有这一环节的公示，共 ${total} 处。`],
    source: '',
    charts: [],
  };
}
