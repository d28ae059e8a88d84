// What one side of a row of a paper on changes says of a project: words, place, years, money.
import type { Project } from '../domain/project.ts';
import { topSourceOf } from '../domain/reference.ts';
import { amountOf, cellProblem, type SheetColumns } from '../funds/sheet-rows.ts';
import { parsePeriod } from '../import/parse-period.ts';
import type { ImportProblem } from '../import/preview.ts';
import type { ReadColumn, TableReading } from '../import/reading.ts';
import { makePlaceDictionary } from '../places/place-dictionary.ts';
import { splitPlace } from '../places/split-place.ts';
import type { PlanData } from '../records/plan-data.ts';
import { addFen, type Fen, subtractFen, wanText, ZERO } from '../values/money.ts';
import type { ChangeKey } from './change-columns.ts';
import { type ChangeLine, said } from './change-lines.ts';
import { followTotal } from './follow-total.ts';
import { splitWords } from './split-words.ts';

export interface ItemContext {
  data: PlanData;
  reading: TableReading;
  columns: SheetColumns<ChangeKey>;
  problems: ImportProblem[];
  makeId: () => string;
}

/** The project with what one side of a row says. */
export function rowSide(project: Project, line: ChangeLine, which: 'before' | 'after', context: ItemContext): Project {
  const { data, reading, problems } = context;
  let next = project;
  const words = splitWords(said(line, `${which}:content`), [`${project.town ?? ''}${project.village ?? ''}`]);
  const isOwnName = words.name !== '' && (words.name === project.name || !context.columns.of[`${which}:name`]);
  const [older = '', newer = ''] = said(line, 'name').split(' → ');
  const name = said(line, `${which}:name`) || (newer === '' ? '' : which === 'before' ? older : newer);
  if (name !== '') next = { ...next, name };
  if (words.content !== '') {
    // 变更前项目内容 is often told in other words: only what is to be counts.
    const content = isOwnName || words.name === '' ? words.content : said(line, `${which}:content`);
    if (isOwnName && name === '' && which === 'after') next = { ...next, name: words.name };
    if (which === 'after' || context.columns.of.name || context.columns.of['before:name']) next = { ...next, content };
  }
  const place = said(line, `${which}:place`) || said(line, 'place').split(' → ')[which === 'before' ? 0 : 1] || '';
  if (place !== '' && (which === 'after' || context.columns.of['before:place'])) {
    const dictionary = makePlaceDictionary(
      data.reference.regions,
      data.projects.flatMap(({ town }) => town ?? []),
    );
    const { town, village } = splitPlace(place, dictionary);
    next = { ...next, town: town || next.town, village: village || next.village };
  }
  const period = said(line, `${which}:period`);
  if (period !== '') {
    const read = parsePeriod(period);
    if (read.kind === 'period') next = { ...next, startAt: read.start, endAt: read.end };
    else
      problems.push(
        cellProblem(
          reading,
          'warning',
          'period-unparsed',
          line.address(`${which}:period`),
          period,
          `“${period}”认不出起止时间，没有读入`,
        ),
      );
  }
  return withMoney(next, line, which, context);
}

export function amountIn(line: ChangeLine, key: ChangeKey, { reading, columns, problems }: ItemContext): Fen | null {
  const column: ReadColumn | undefined = columns.of[key];
  return column ? amountOf(reading, line, column, { chosen: null, problems }) : null;
}

/** 总投资 and sources of one side. */
export function withMoney(
  project: Project,
  line: ChangeLine,
  which: 'before' | 'after',
  context: ItemContext,
): Project {
  const { data, columns } = context;
  const own = amountIn(line, `${which}:total`, context);
  const difference = which === 'after' && own === null ? amountIn(line, 'difference', context) : null;
  const single =
    which === 'after' && own === null && difference === null && !columns.of['before:total']
      ? amountIn(line, 'amount', context)
      : null;
  const total = own ?? (difference === null ? single : addFen(project.amounts.total ?? ZERO, difference));
  const keys = (Object.keys(columns.of) as ChangeKey[]).filter((key) => key.startsWith(`${which}:source:`));
  const stated = keys.flatMap((key) => {
    const fen = amountIn(line, key, context);
    return fen === null ? [] : [{ source: key.slice(`${which}:source:`.length), fen }];
  });
  if (total === null && stated.length === 0) return project;
  const followed = total === null ? { amounts: project.amounts, open: [] } : followTotal(project.amounts, total);
  let { amounts } = followed;
  let open = followed.open;
  for (const { source, fen } of stated) {
    const under = Object.keys(amounts.bySource).filter(
      (id) => id === source || topSourceOf(data.reference, id)?.id === source,
    );
    const sum = addFen(ZERO, ...under.map((id) => amounts.bySource[id] ?? ZERO));
    const [one = source] = under;
    if (sum === fen || (under.length === 0 && fen === 0)) continue;
    if (under.length > 1) {
      tell(
        context,
        line,
        `${which}:source:${source}`,
        'warning',
        'sources-finer',
        `“${project.name}”的这项资金分列为 ${under.length} 个细项，不知道各改多少，没有读入，请在调整里补填`,
      );
      continue;
    }
    amounts = { ...amounts, bySource: { ...amounts.bySource, [one]: fen } };
  }
  if (stated.length > 0 && amounts.total !== null) amounts = withRest(amounts, stated, amounts.total);
  const sources = addFen(ZERO, ...Object.values(amounts.bySource));
  if (sources === (amounts.total ?? ZERO)) open = open.filter((label) => label !== '资金来源');
  if (open.length > 0 && which === 'after')
    tell(
      context,
      line,
      `${which}:total`,
      'info',
      'money-open',
      `“${project.name}”总投资改为 ${wanText(amounts.total ?? ZERO)} 万元，${open.join('、')}分列几项，不知道各改多少，没有随之改`,
    );
  return { ...project, amounts };
}

/** One other source takes what the stated ones leave of the total. */
function withRest(amounts: Project['amounts'], stated: readonly { source: string }[], total: Fen): Project['amounts'] {
  const isStated = (id: string): boolean => stated.some(({ source }) => id === source || id.startsWith(`${source}.`));
  const others = Object.keys(amounts.bySource).filter((id) => !isStated(id));
  const [only] = others;
  if (only === undefined || others.length > 1) return amounts;
  const named = Object.entries(amounts.bySource).flatMap(([id, fen]) => (isStated(id) ? [fen] : []));
  const rest = subtractFen(total, addFen(ZERO, ...named));
  return rest < 0 ? amounts : { ...amounts, bySource: { ...amounts.bySource, [only]: rest } };
}

/** A remark at the first of the row's cells that says which project it is. */
export function tell(
  { problems, reading, columns }: ItemContext,
  line: ChangeLine,
  key: ChangeKey,
  level: ImportProblem['level'],
  code: string,
  message: string,
): void {
  const at = ([key, 'name', 'before:name', 'before:content', 'code'] as const).find(
    (one) => columns.of[one] !== undefined,
  );
  problems.push(cellProblem(reading, level, code, at ? line.address(at) : '', at ? line.text(at) : '', message));
}
