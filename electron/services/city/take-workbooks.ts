// Takes the workbooks of counties into that of the office above, all of them as one undo step.
import { countyPreview } from '#shared/city/county-preview.ts';
import { matchSent } from '#shared/city/match-sent.ts';
import { translateProjects, type Unmapped } from '#shared/city/translate-frame.ts';
import type { OwnColumn } from '#shared/domain/own-columns.ts';
import type { Project } from '#shared/domain/project.ts';
import { isUpperPlan } from '#shared/domain/reference.ts';
import type { CountyPreview, ImportProblem } from '#shared/import/preview.ts';
import { shortRegionName } from '#shared/tables/crosswalk.ts';
import { AppError } from '#shared/values/app-error.ts';
import { wanText } from '#shared/values/money.ts';
import { addOwnColumns } from '../frame/write-frame.ts';
import { countProjects } from '../import/preview-parts.ts';
import { makeProjectId } from '../project-ids.ts';
import type { Session } from '../session.ts';
import { type CountyBook, readCountyBook } from './read-county-book.ts';
import { noticeReport } from './report-questions.ts';
import { type CountyTake, isNews, planCounty, reportBefore, writeCounty } from './take-county.ts';
import { type CountyFacts, countFacts, writeFacts } from './take-facts.ts';
import { tellPairs } from './tell-pairs.ts';

export interface TakeChoices {
  /** The county, whatever the workbook says; of one workbook only. */
  regionCode?: string | undefined;
  /** Older ones are taken in too. */
  force?: boolean;
  dryRun?: boolean;
}

export interface TakenWorkbooks {
  counties: CountyPreview[];
  problems: ImportProblem[];
  /** Classes and sources of the counties without a counterpart, by county. */
  unmapped: (Unmapped & { county: string })[];
  withdrawn: number;
  before: { projects: number; totalWan: string };
  after: { projects: number; totalWan: string };
}

interface Planned {
  book: CountyBook;
  take: CountyTake;
  facts: CountyFacts;
  isTaken: boolean;
  newColumns: readonly OwnColumn[];
}

/** A damaged or foreign file refuses all: nothing is written then. Errors as of readCountyBook, and invalid-input. */
export function takeWorkbooks(session: Session, paths: readonly string[], choices: TakeChoices): TakenWorkbooks {
  const data = session.planData();
  if (!isUpperPlan(data))
    throw new AppError('invalid-input', `${data.plan.regionName}的工作簿下面没有县（市、区），收不了别的工作簿。`);
  const books = paths.map((path) => readCountyBook(session, path, choices.regionCode));
  const result: TakenWorkbooks = {
    counties: [],
    problems: [],
    unmapped: [],
    withdrawn: 0,
    before: countProjects(data.projects),
    after: countProjects(data.projects),
  };
  const planned = newestOf(books, result).map((book) => planBook(session, book, choices, result));
  const news = planned.filter(({ take, isTaken }) => {
    const known = session.countyReports().find(({ id }) => id === take.list.code);
    return isTaken && isNews(take, known);
  });
  result.problems.push(
    ...tellPairs(
      news.map(({ take }) => take),
      data,
    ),
  );
  if (choices.dryRun || news.length === 0) return result;
  const label = `收${news.map(({ book }) => book.county.name).join('、')}的工作簿`;
  session.change('city.take', label, (tx) => {
    const columns = new Map(news.flatMap(({ newColumns }) => newColumns.map((one) => [one.id, one] as const)));
    addOwnColumns(tx, session.frame().ownColumns, [...columns.values()]);
    let last = data.projects.reduce((most, { position }) => Math.max(most, position), 0);
    for (const { take, facts } of news) {
      const { code } = take.list;
      const before = session.countyReports().find(({ id }) => id === code);
      const present = data.projects.filter(({ regionCode }) => regionCode === code);
      const owned = new Set([...present, ...take.list.sent].map(({ id }) => id));
      const batches = writeFacts(session, tx, facts, owned, new Set(before?.batches ?? []));
      const list = batches === undefined ? take.list : { ...take.list, batches };
      writeCounty(session, tx, { ...take, list }, () => {
        last += 1;
        return last;
      });
    }
  });
  result.withdrawn = news.reduce((sum, { take }) => sum + take.merge.withdrawn.length, 0);
  result.after = countProjects(session.planData().projects);
  return result;
}

/** Of several workbooks of one county the one that was saved last. */
function newestOf(books: readonly CountyBook[], result: TakenWorkbooks): CountyBook[] {
  return [...Map.groupBy(books, ({ county }) => county.code).values()].map((own) => {
    const newest = own.toSorted((a, b) => ((a.asOf ?? '') < (b.asOf ?? '') ? 1 : -1))[0] as CountyBook;
    for (const { file, county } of own)
      if (file !== newest.file)
        result.problems.push({
          ...NO_PLACE,
          level: 'warning',
          code: 'report-superseded',
          raw: file,
          message: `${county.name}的“${file}”没有收：同时收的“${newest.file}”保存在后。`,
        });
    return newest;
  });
}

const NO_PLACE = { sheet: '', cell: '', proposal: '' };

function planBook(session: Session, book: CountyBook, choices: TakeChoices, result: TakenWorkbooks): Planned {
  const data = session.planData();
  const { county, execution } = book;
  const { code } = county;
  const name = shortRegionName(county);
  const before = reportBefore(session, code);
  const present = data.projects.filter(({ regionCode }) => regionCode === code);
  const pool = before ? [...before.values(), ...present.filter(({ id }) => !before.has(id))] : present;
  const translated = translateProjects(book.data.projects, book.data, data);
  const known = matchSent(translated.projects, pool, data.reference.regions);
  const taken = new Set(data.projects.map(({ id }) => id));
  const idOf = new Map(
    translated.projects.map(({ id }) => [id, known.get(id) ?? (taken.has(id) ? makeProjectId() : id)]),
  );
  const sent = translated.projects.map((project) => ({
    ...project,
    id: idOf.get(project.id) ?? project.id,
    regionCode: code,
  }));
  const take = planCounty(session, { code, files: [book.file], asOf: book.asOf, sent, text: textOf(sent, book) });
  const isTaken = take.state.kind !== 'stale' || choices.force === true;
  const how = isTaken ? 'replace' : 'skip';
  const preview = countyPreview({ code, name }, take.list, present, {
    state: take.state.kind,
    taken: how,
    merge: take.merge,
  });
  result.counties.push(preview);
  result.problems.push(...periodProblem(book, data.plan), ...noticeReport(preview, take, data, how));
  for (const one of translated.unmapped) {
    result.unmapped.push({ ...one, county: name });
    result.problems.push({
      ...NO_PLACE,
      level: 'warning',
      code: `${one.kind}-unmapped`,
      raw: one.name,
      message: unmappedWords(name, one),
    });
  }
  return {
    book,
    take,
    facts: { execution, idOf, sourceOf: translated.sourceOf },
    isTaken,
    newColumns: translated.newColumns,
  };
}

/** All that a list says, with its facts; order says nothing. */
function textOf(sent: readonly Project[], { execution }: CountyBook): string {
  const rows = sent.map(({ id: _, position: __, ...rest }) => JSON.stringify(rest)).sort();
  return countFacts(execution) === 0 ? rows.join('\n') : `${rows.join('\n')}\n${JSON.stringify(execution)}`;
}

function periodProblem(
  { data, file, county }: CountyBook,
  plan: { firstYear: number; lastYear: number },
): ImportProblem[] {
  const { firstYear, lastYear } = data.plan;
  if (firstYear === plan.firstYear && lastYear === plan.lastYear) return [];
  const message = `${county.name}的“${file}”是 ${firstYear}—${lastYear} 年的规划，本规划是 ${plan.firstYear}—${plan.lastYear} 年，请核对是不是收错了文件。`;
  return [{ ...NO_PLACE, level: 'warning', code: 'period-differs', raw: file, message }];
}

function unmappedWords(county: string, { kind, name, projects, fen }: Unmapped): string {
  return kind === 'class'
    ? `${county}的类别“${name}”在本规划里没有对应的类别：${projects} 个项目、${wanText(fen)} 万元列为未分类。请在规划设置的类别对应里补上，或逐个选定。`
    : `${county}的资金来源“${name}”在本规划里没有：${projects} 个项目、${wanText(fen)} 万元只计入总投资，没有列到资金来源。`;
}
