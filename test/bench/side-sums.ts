// Works of sums, for side-work.ts: what a list costs at first, and after one edit. All modules are those of the checkout.
import type { Project } from '#shared/domain/project.ts';
import type { PlanData } from '#shared/records/plan-data.ts';

type Work = () => unknown;
export interface Side {
  load<T>(path: string): Promise<T>;
  planData(count: number): Promise<PlanData>;
}

const COUNT = 5140;
/** So many edits a round: one alone is too short to be measured. */
const EDITS = 20;

export function sumWorks({ load, planData }: Side): Record<string, () => Promise<Work>> {
  const all = async (): Promise<(data: PlanData) => void> => {
    const { computeTables } = await load<typeof import('#shared/tables/compute.ts')>('shared/tables/compute.ts');
    const { planSums } = await load<typeof import('#shared/tables/plan-sums.ts')>('shared/tables/plan-sums.ts');
    const { summarise } = await load<typeof import('#electron/services/summary.ts')>('electron/services/summary.ts');
    return (data) => {
      computeTables(data);
      planSums(data);
      summarise(data);
    };
  };
  const rules = async (): Promise<(data: PlanData) => void> => {
    const { runChecks } = await load<typeof import('#shared/checks/run-checks.ts')>('shared/checks/run-checks.ts');
    return (data) => void runChecks(data);
  };
  const totals = async (): Promise<(data: PlanData) => void> => {
    const { makeTotaller } = await load<typeof import('#renderer/features/projects/totals.ts')>(
      'renderer/features/projects/totals.ts',
    );
    const { categoryTree } = await load<typeof import('#shared/domain/categories.ts')>('shared/domain/categories.ts');
    let total: ReturnType<typeof makeTotaller> | null = null;
    let of: PlanData['reference'] | null = null;
    return ({ reference, plan, projects }) => {
      if (of !== reference) total = makeTotaller(categoryTree(reference, plan.scheme), reference);
      of = reference;
      total?.(projects);
    };
  };
  const first = async (look: () => Promise<(data: PlanData) => void>): Promise<Work> => {
    const [data, work] = [await planData(COUNT), await look()];
    return () => work(afresh(data));
  };
  const edits = async (look: () => Promise<(data: PlanData) => void>): Promise<Work> => {
    const [start, work] = [await planData(COUNT), await look()];
    let data = start;
    let turn = 0;
    return () => {
      for (let edit = 0; edit < EDITS; edit += 1) {
        turn += 1;
        data = edited(data, turn);
        work(data);
      }
    };
  };
  return {
    'sums: tables and subtotals at first': () => first(all),
    'sums: tables and subtotals, 20 edits': () => edits(all),
    'sums: all rules at first': () => first(rules),
    'sums: all rules, 20 edits': () => edits(rules),
    'sums: totals of the 项目表 at first': () => first(totals),
    'sums: totals of the 项目表, 20 edits': () => edits(totals),
    'compare: two versions of 5,140': async () => {
      const { compareVersions } = await load<typeof import('#shared/checks/version-rule.ts')>(
        'shared/checks/version-rule.ts',
      );
      const { projects } = await planData(COUNT);
      const other = structuredClone(projects).map((one, at) => (at % 9 === 0 ? { ...one, note: '改' } : one));
      return () => compareVersions(projects, other);
    },
  };
}

/** The same plan as new objects, of which nothing is remembered. */
function afresh(data: PlanData): PlanData {
  const { plan, reference } = data;
  const { regions, fundSources } = reference;
  return {
    ...data,
    plan: { ...plan },
    reference: { ...reference, regions: [...regions], fundSources: [...fundSources] },
    projects: data.projects.map((project) => ({ ...project, amounts: { ...project.amounts } })),
  };
}

function edited(data: PlanData, turn: number): PlanData {
  const place = (turn * 3701) % data.projects.length;
  const change = (project: Project): Project => ({
    ...project,
    amounts: { ...project.amounts, total: (turn * 1_000_000) as NonNullable<Project['amounts']['total']> },
  });
  return { ...data, projects: data.projects.map((one, at) => (at === place ? change(one) : one)) };
}
