// A notice of projects (项目公示) with all its words and figures, from the same data as everything else: printed and
// written as a spreadsheet from this.

import { NAMELESS, type Project } from '../domain/project.ts';
import { rollUp } from '../domain/rollup.ts';
import { filterPlan } from '../format/project-filter.ts';
import type { PlanData } from '../records/plan-data.ts';
import { recordsOf } from '../records/records.ts';
import { outsideMoney } from '../tables/outside-money.ts';
import { addFen, type Fen, formatWanFull, ZERO } from '../values/money.ts';
import { NOTICE_COLUMNS, type NoticeColumn, noticeValue } from './notice-columns.ts';
import type { NoticeJob } from './notice-job.ts';
import { dayWords, holidaysOf, type IsoDay, lastDay, periodWords, yearsWithoutTable } from './period.ts';
import { STAGES } from './stages.ts';

export interface Notice {
  title: string;
  /** Over the table. */
  paragraphs: string[];
  columns: NoticeColumn[];
  rows: (string | number | { fen: Fen } | null)[][];
  total: Fen;
  /** Under the table: note, what to do with objections, who put it up, telephone numbers. */
  foot: string[];
  /** 落款. */
  closing: string[];
  /** What a notice should say but no project has. */
  missing: string[];
  /** Names of projects whose sources, where stated, do not make 资金规模. */
  uneven: string[];
  /** Years of a period of work days of which no holiday table is kept. */
  withoutHolidays: number[];
}

/** The notice of a job; `today` is the day it is put up where the job names none. */
export function makeNotice(whole: PlanData, job: NoticeJob, today: IsoDay): Notice {
  const data = filterPlan(whole, job.filter);
  const stage = STAGES[job.stage];
  const from = job.from ?? today;
  const place = (job.filter.towns.length === 1 ? job.filter.towns[0] : undefined) ?? data.plan.regionName;
  const office = job.office ?? place;
  const total = rollUp(data.projects, data.reference).total;
  const figures = `，共${data.projects.length}个，计划${moneyWords(data, total)}`;
  const holidays = holidaysOf(recordsOf(whole.records, 'holidays').values());
  const period = stage.hasPeriod ? periodWords(from, job.days, job.dayKind, holidays) : null;
  const isWorkdays = stage.hasPeriod && job.dayKind === 'workdays';
  const all = job.columns === null ? usualColumns(data) : columnsOf(job.columns);
  return {
    title: job.title ?? `${place}${years(job, data)}${data.plan.shortName}${stage.titleWord}`,
    paragraphs: [
      job.intro ?? stage.intro(place, `${years(job, data)}${data.plan.shortName}项目`, figures),
      ...(period === null ? [] : [`公示时间：${period}。`]),
    ],
    columns: all,
    rows: data.projects.map((project) => all.map((column) => noticeValue(column, project, data.reference, job.mask))),
    total,
    foot: footLines(job, office, period !== null),
    closing: [office, dayWords(from)],
    missing: NOTICE_COLUMNS.filter((column) => column.isUsual && isBlank(column, data)).map(({ label }) => label),
    uneven: data.projects.filter(isUneven).map(({ name }) => name || NAMELESS),
    withoutHolidays: isWorkdays
      ? yearsWithoutTable(from, lastDay(from, job.days, job.dayKind, holidays), holidays)
      : [],
  };
}

/** 总投资 and, where some of it lies outside the plan's years, what of it is 期前 and 期后. */
function moneyWords({ projects }: PlanData, total: Fen): string {
  const outside = outsideMoney(projects);
  const wan = (fen: Fen): string => `${formatWanFull(fen)}万元`;
  if (outside === null) return `投资${wan(total)}`;
  const parts = [
    ...(outside.before === 0 ? [] : [`期前累计完成投资${wan(outside.before)}`]),
    ...(outside.later === 0 ? [] : [`期后投资${wan(outside.later)}`]),
  ];
  return `总投资${wan(total)}（含${parts.join('、')}）`;
}

/** Everybody who reads the notice can add that up. */
function isUneven({ amounts: { total, bySource } }: Project): boolean {
  const stated = Object.values(bySource);
  return total !== null && stated.length > 0 && addFen(ZERO, ...stated) !== total;
}

function years({ filter }: NoticeJob, { plan }: PlanData): string {
  if (filter.years.length === 1) return `${filter.years[0]}年`;
  if (plan.firstYear === plan.lastYear) return `${plan.firstYear}年`;
  return `${plan.firstYear}—${plan.lastYear}年`;
}

function isBlank(column: NoticeColumn, { projects, reference }: PlanData): boolean {
  return projects.every((project) => (column.value(project, reference) ?? '') === '');
}

/** The columns that a notice has, but for those in which no project says anything. */
function usualColumns(data: PlanData): NoticeColumn[] {
  return NOTICE_COLUMNS.filter((column) => column.key === 'name' || (column.isUsual && !isBlank(column, data)));
}

function columnsOf(keys: readonly string[]): NoticeColumn[] {
  return NOTICE_COLUMNS.filter(({ key }) => key === 'name' || keys.includes(key));
}

function footLines(job: NoticeJob, office: string, hasPeriod: boolean): string[] {
  const line = (label: string, value: string): string[] => (value === '' ? [] : [`${label}：${value}`]);
  return [
    ...(job.note === '' ? [] : [`说明：${job.note}`]),
    ...(hasPeriod
      ? ['对公示的项目有不同意见的，请在公示期内向我们反映，可以当面说、打电话或写信；我们会核实并答复。']
      : []),
    ...line(hasPeriod ? '公示单位' : '公告单位', office),
    ...line('联系人', job.contact),
    ...line('联系电话', job.phone),
    ...line('监督电话', job.hotline),
    ...line('通讯地址', job.address),
    ...line('电子邮箱', job.email),
  ];
}
