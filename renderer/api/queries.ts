// Every query of the window with its key in one place.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { isOpen } from '#shared/checks/explanation.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { applySplices } from '#shared/checks/finding-splices.ts';
import type { MethodOutput } from '#shared/contract/methods.ts';
import type { Project } from '#shared/domain/project.ts';
import { localDay } from '#shared/values/local-time.ts';
import { useSession } from '../session.ts';

export const KEYS = {
  status: ['status'],
  reference: ['reference'],
  projects: ['projects'],
  summary: ['summary'],
  tables: ['tables'],
  checks: ['checks'],
  levels: ['levels'],
  claims: ['claims'],
  history: ['history'],
  preview: ['preview'],
  records: ['records'],
  text: ['text'],
  view: ['view'],
  health: ['health'],
  backups: ['backups'],
  frame: ['frame'],
  funds: ['funds'],
  notices: ['notices'],
  assets: ['assets'],
  indicators: ['indicators'],
  versions: ['versions'],
  orders: ['orders'],
  todo: ['todo'],
  exchange: ['exchange'],
} as const;

/** What is computed from the projects and is stale after each change. */
export const DERIVED_KEYS = [
  KEYS.summary,
  KEYS.tables,
  KEYS.checks,
  KEYS.levels,
  KEYS.claims,
  KEYS.history,
  KEYS.preview,
  KEYS.records,
  KEYS.text,
  KEYS.frame,
  KEYS.funds,
  KEYS.notices,
  KEYS.assets,
  KEYS.indicators,
  KEYS.versions,
  KEYS.orders,
  KEYS.todo,
  KEYS.exchange,
] as const;

/** Program version, open workbook, recent files and places. */
export function useStatus() {
  const { call } = useSession();
  return useQuery({ queryKey: KEYS.status, queryFn: () => call('app.status', {}) });
}

/** Places of the country that fit what was typed; nothing is asked while that is blank. */
export function useFoundPlaces(text: string) {
  const { call } = useSession();
  return useQuery({
    queryKey: ['places', text],
    queryFn: () => call('places.find', { text, limit: 50 }),
    enabled: text.trim() !== '',
  });
}

/** The class schemes that a new workbook for a place can begin with; nothing is asked before one is chosen. */
export function useOfferedSchemes(regionCode: string | null) {
  const { call } = useSession();
  return useQuery({
    queryKey: ['schemes', regionCode],
    queryFn: () => call('workbook.schemes', { regionCode: regionCode ?? '' }),
    enabled: regionCode !== null,
  });
}

/** The open workbook's status; null where none is open or it is not known yet. */
export function useWorkbook() {
  return useStatus().data?.workbook ?? null;
}

/** What is known of the open file itself; told anew by events. */
export function useHealth() {
  const { call } = useSession();
  return useQuery({ queryKey: KEYS.health, queryFn: () => call('workbook.health', {}) });
}

export function useReference() {
  const { call } = useSession();
  return useQuery({ queryKey: KEYS.reference, queryFn: () => call('reference.get', {}) });
}

export function useProjects() {
  const { call } = useSession();
  return useQuery({ queryKey: KEYS.projects, queryFn: () => call('projects.list', {}) });
}

/** Projects by id, for screens that show a few of them. */
export function useProjectIndex(): ReadonlyMap<string, Project> {
  const projects = useProjects().data?.projects;
  return useMemo(() => new Map((projects ?? []).map((project) => [project.id, project])), [projects]);
}

export function useSummary() {
  const { call } = useSession();
  return useQuery({ queryKey: KEYS.summary, queryFn: () => call('summary.get', {}) });
}

export function useTables() {
  const { call } = useSession();
  return useQuery({ queryKey: KEYS.tables, queryFn: () => call('tables.get', {}) });
}

/**
 * All findings; with `published` those of the printed tables too. Keeps the last answer while a new one comes, and asks
 * only for what changed since: findings that stay are the same objects.
 */
export function useChecks(published = false) {
  const { call, queries } = useSession();
  const queryKey = useMemo(() => [...KEYS.checks, published], [published]);
  return useQuery({
    queryKey,
    queryFn: async () => {
      const before = queries.getQueryData<MethodOutput<'checks.run'>>(queryKey);
      const answer = await call('checks.run', { published, ...(before ? { have: before.stamp } : {}) });
      if (!before || !answer.splices) return answer;
      return { ...answer, findings: applySplices(before.findings, answer.splices), splices: null };
    },
    structuralSharing: false,
    placeholderData: (before) => before,
  });
}

/** 县级与市级核对 with the tables that the workbook knows; null: its usual county. */
export function useLevels(county: string | null) {
  const { call } = useSession();
  return useQuery({ queryKey: [...KEYS.levels, county], queryFn: () => call('levels.compare', { county }) });
}

const NO_FINDINGS: ReadonlyMap<string, Finding[]> = new Map();

/** Open findings by project, for the marks in the grid and on the card. */
export function useFindingIndex(): ReadonlyMap<string, Finding[]> {
  const findings = useChecks().data?.findings;
  return useMemo(() => {
    if (!findings) return NO_FINDINGS;
    const index = new Map<string, Finding[]>();
    for (const finding of findings) {
      if (finding.projectId === undefined || !isOpen(finding)) continue;
      const list = index.get(finding.projectId);
      if (list) list.push(finding);
      else index.set(finding.projectId, [finding]);
    }
    return index;
  }, [findings]);
}

export function useHistory(before: number | null) {
  const { call } = useSession();
  return useQuery({
    queryKey: [...KEYS.history, 'list', before],
    queryFn: () => call('history.list', { before, limit: 100 }),
    placeholderData: (last) => last,
  });
}

/** Fund batches and payments up to a day. */
export function useFunds(asOf: string) {
  const { call } = useSession();
  return useQuery({ queryKey: [...KEYS.funds, 'batches', asOf], queryFn: () => call('funds.read', { asOf }) });
}

/** What was released to, paid for and reported of one project. */
export function useProjectFunds(id: string) {
  const { call } = useSession();
  return useQuery({ queryKey: [...KEYS.funds, 'project', id], queryFn: () => call('funds.ofProject', { id }) });
}

/** The steps in the life of one project. */
export function useProjectSteps(id: string) {
  const { call } = useSession();
  return useQuery({ queryKey: [...KEYS.funds, 'steps', id], queryFn: () => call('life.ofProject', { id }) });
}

/** The register of notices at a day. */
export function usePostings(asOf: string) {
  const { call } = useSession();
  return useQuery({ queryKey: [...KEYS.notices, 'register', asOf], queryFn: () => call('notices.read', { asOf }) });
}

/** The notices of one project as they stand today. */
export function useProjectPostings(id: string) {
  const { call } = useSession();
  const asOf = localDay(new Date());
  return useQuery({
    queryKey: [...KEYS.notices, 'project', id, asOf],
    queryFn: () => call('notices.ofProject', { id, asOf }),
  });
}

/** The register of assets at a day. */
export function useAssets(asOf: string) {
  const { call } = useSession();
  return useQuery({
    queryKey: [...KEYS.assets, 'list', asOf],
    queryFn: () => call('assets.list', { asOf }),
    structuralSharing: false,
    placeholderData: keepPreviousData,
  });
}

/** The assets that one project left behind, and whether it is accepted. */
export function useProjectAssets(id: string) {
  const { call } = useSession();
  const asOf = localDay(new Date());
  return useQuery({
    queryKey: [...KEYS.assets, 'project', id, asOf],
    queryFn: () => call('assets.ofProject', { id, asOf }),
  });
}

/** How many assets there are; for the rail, which needs no more of them. */
export function useAssetCount() {
  const { call } = useSession();
  return useQuery({ queryKey: [...KEYS.assets, 'count'], queryFn: () => call('assets.count', {}) });
}

/** The indicators with their values, judged in a year; null: the newest with a value. */
export function useIndicators(year: number | null) {
  const { call } = useSession();
  return useQuery({
    queryKey: [...KEYS.indicators, 'read', year],
    queryFn: () => call('indicators.read', { year }),
    placeholderData: keepPreviousData,
  });
}

/** Goals of projects in a year with their scores; null: of all years. */
export function useGoals(year: number | null) {
  const { call } = useSession();
  return useQuery({
    queryKey: [...KEYS.indicators, 'goals', year],
    queryFn: () => call('goals.read', { year }),
    placeholderData: keepPreviousData,
  });
}

/** Evaluations that are kept. */
export function useEvaluations() {
  const { call } = useSession();
  return useQuery({ queryKey: [...KEYS.indicators, 'evaluations'], queryFn: () => call('evaluation.list', {}) });
}

/** Change orders, and what was changed since the plan was printed without one. */
export function useOrders() {
  const { call } = useSession();
  return useQuery({ queryKey: [...KEYS.orders, 'list'], queryFn: () => call('orders.read', {}) });
}

/** How many changes no order asks for; null where none need be registered. */
export function useUnregisteredCount(): number | null {
  const { call } = useSession();
  const query = useQuery({
    queryKey: [...KEYS.orders, 'count'],
    queryFn: () => call('orders.count', {}),
    placeholderData: (before) => before,
  });
  return query.data?.unregistered ?? null;
}

/** The change orders that name a project. */
export function useProjectOrders(id: string) {
  const { call } = useSession();
  return useQuery({ queryKey: [...KEYS.orders, 'project', id], queryFn: () => call('orders.ofProject', { id }) });
}

/** What is due at a day. */
export function useTodo(asOf: string) {
  const { call } = useSession();
  return useQuery({ queryKey: [...KEYS.todo, asOf], queryFn: () => call('todo.list', { asOf }) });
}

/** Packages that were sent and received. */
export function usePackages() {
  const { call } = useSession();
  return useQuery({ queryKey: [...KEYS.exchange, 'list'], queryFn: () => call('package.list', {}) });
}

/** Who works in this workbook, and what it can send to whom. */
export function useOffice() {
  const { call } = useSession();
  return useQuery({ queryKey: [...KEYS.exchange, 'office'], queryFn: () => call('package.office', {}) });
}
