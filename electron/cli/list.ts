// xianjie list: all projects.

import { categoryPath } from '#shared/domain/categories.ts';
import { isOutsideYear } from '#shared/domain/outside-years.ts';
import { endYear, type Project, startYear } from '#shared/domain/project.ts';
import { type ReferenceData, topSourceOf } from '#shared/domain/reference.ts';
import { addFen, type Fen, wanText } from '#shared/values/money.ts';
import { type Command, operand } from './command.ts';

type Origin = { file: string; sheet: string; row: number };

export const LIST: Command = {
  name: 'list',
  operands: 'WORKBOOK',
  count: [1, 1],
  summary: '列出全部项目',
  options: {},
  async run(context) {
    const { backend, print, say } = context;
    await backend.open(operand(context, 0), 'read');
    const { reference } = await backend.call('reference.get', {});
    const { projects } = await backend.call('projects.list', {});
    const { origins } = await backend.call('projects.origins', {});
    const entries = projects.map((project) => projectEntry(project, reference, origins[project.id]));
    print(['序号', '项目编号', '项目名称', '类别', '地点', '年限', '总投资(万元)'].join('\t'));
    entries.forEach((entry, index) => {
      const years = [entry.startYear, entry.endYear].filter(
        (year, at, all) => year !== null && all.indexOf(year) === at,
      );
      const place = entry.region.join('');
      const cells = [
        index + 1,
        entry.code ?? '',
        entry.name,
        entry.category.join('/'),
        place,
        years.join('-'),
        entry.totalWan ?? '',
      ];
      print(cells.map((cell) => String(cell).replace(/\s+/g, ' ')).join('\t'));
    });
    say(`共 ${entries.length} 个项目。`);
    return { status: 0, value: { projects: entries } };
  },
};

/** One project of the contract's shape; money as exact decimal texts of 万元. */
function projectEntry(project: Project, reference: ReferenceData, origin: Origin | undefined) {
  const { amounts } = project;
  const sourceName = new Map(reference.fundSources.map((source) => [source.id, source.name]));
  const bySource: Record<string, Fen> = {};
  for (const [id, fen] of Object.entries(amounts.bySource)) {
    const name = topSourceOf(reference, id)?.name ?? id;
    bySource[name] = addFen(bySource[name] ?? (0 as Fen), fen);
  }
  const isDetailed = Object.keys(amounts.bySource).some((id) => topSourceOf(reference, id)?.id !== id);
  return {
    id: project.id,
    code: project.code,
    name: project.name,
    category: categoryPath(reference, project.categoryId),
    region: [project.town, project.village].filter((place) => place !== null),
    nature: project.nature,
    content: project.content,
    startYear: startYear(project),
    endYear: endYear(project),
    startAt: project.startAt,
    endAt: project.endAt,
    totalWan: amounts.total === null ? null : wanText(amounts.total),
    bySource: wanTexts(bySource),
    // 中央, 省级 ... where a sheet stated them; above they are added to the source they belong to.
    ...(isDetailed ? { bySourceDetail: wanTexts(rename(amounts.bySource, sourceName)) } : {}),
    // 期前 and 期后 stand apart from the years.
    ...(amounts.byYear.before === undefined ? {} : { beforeWan: wanText(amounts.byYear.before) }),
    ...(amounts.byYear.later === undefined ? {} : { laterWan: wanText(amounts.byYear.later) }),
    ...(project.originId === null ? {} : { origin: { id: project.originId, workbook: project.originWorkbook } }),
    byYear: wanTexts(Object.fromEntries(Object.entries(amounts.byYear).filter(([year]) => !isOutsideYear(year)))),
    households: project.households,
    people: project.people,
    unit: project.unit,
    note: project.note,
    // 自定义栏目 by their names.
    ...(project.own === undefined ? {} : { own: ownValues(project.own, reference) }),
    source: origin ?? null,
  };
}

function ownValues(own: Readonly<Record<string, string>>, { ownColumns }: ReferenceData): Record<string, string> {
  const names = new Map(ownColumns.map(({ id, name }) => [id, name]));
  return Object.fromEntries(Object.entries(own).map(([id, value]) => [names.get(id) ?? id, value]));
}

function rename(record: Record<string, Fen>, names: ReadonlyMap<string, string>): Record<string, Fen> {
  return Object.fromEntries(Object.entries(record).map(([id, fen]) => [names.get(id) ?? id, fen]));
}

function wanTexts(record: Record<string, Fen>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, fen]) => [key, wanText(fen)]));
}
