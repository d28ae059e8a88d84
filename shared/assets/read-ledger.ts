// A 资产台账 to assets: one row an asset. What the workbook has already is known again by its code, else by name, project
// and place; what a cell leaves blank stays as it was.
import { ASSET_FUNDS, type Asset, type AssetFund, blankAsset, type Disposal } from '../domain/asset.ts';
import { matchLines, type WhoKey } from '../funds/match-lines.ts';
import { amountOf, cellProblem, droppedRemark, findColumns, linesOf, type SheetLine } from '../funds/sheet-rows.ts';
import type { ImportProblem } from '../import/preview.ts';
import type { TableReading } from '../import/reading.ts';
import { listPlaceReader } from '../places/place-key.ts';
import type { PlanData } from '../records/plan-data.ts';
import { bareText, foldText } from '../values/fold-text.ts';
import { addFen, type Fen, formatWanFull, subtractFen, ZERO } from '../values/money.ts';
import { parseDay } from '../values/parse-day.ts';
import { ASSET_COLUMNS, type AssetKey, SILENT_ASSET_COLUMNS } from './asset-columns.ts';
import {
  classOfWord,
  conditionOfWord,
  formOfWord,
  ownerOfWord,
  registerOfWord,
  timeOf,
  wayOfWord,
} from './asset-words.ts';
import { mergeAsset } from './merge-asset.ts';

export interface LedgerReading {
  /** Their ids are '' until somebody gives them. */
  added: Asset[];
  /** Assets of the workbook that the ledger says more or other of. */
  updated: Asset[];
  known: number;
  problems: ImportProblem[];
}

type Line = SheetLine<AssetKey>;
type Tell = (key: AssetKey, message: string, level?: ImportProblem['level']) => void;

/** Pure. Amounts are read in the unit of their column, else that of the table. */
export function readLedger(reading: TableReading, data: PlanData, assets: readonly Asset[]): LedgerReading {
  const columns = findColumns(reading, ASSET_COLUMNS);
  const { of } = columns;
  const problems = droppedRemark(reading, columns.others, SILENT_ASSET_COLUMNS);
  const result: LedgerReading = { added: [], updated: [], known: 0, problems };
  if (of.name === undefined && of.project === undefined) {
    problems.push(cellProblem(reading, 'error', 'no-column', '', '', '没有“资产名称”或“项目名称”列，没有读入资产台账'));
    return result;
  }
  const amounts = [of.original, of.net, ...ASSET_FUNDS.map(({ id }) => of[`fund:${id}`])];
  const lines = linesOf<AssetKey>(reading, columns, ['name', 'project'], { amounts, problems, anyName: true }).filter(
    (line) => !isNote(line),
  );
  const projects = projectsOf(lines, data);
  const places = listPlaceReader(data.reference.regions, data.projects);
  const free = new Map<string, Asset[]>();
  const put = (key: string, asset: Asset): void => void free.set(key, [...(free.get(key) ?? []), asset]);
  for (const asset of assets) for (const key of keysOf(asset)) put(key, asset);
  const taken = new Set<string>();
  lines.forEach((line, index) => {
    const tell: Tell = (key, message, level = 'warning') =>
      problems.push(cellProblem(reading, level, 'value-unparsed', line.address(key), line.text(key), message));
    const amount = (key: AssetKey): Fen | null => amountOf(reading, line, of[key], { chosen: null, problems });
    const place = placeOf(line, places);
    const said = { ...assetOf(line, projects[index] ?? [], amount, tell), ...place };
    const before = keysOf(said)
      .flatMap((key) => free.get(key) ?? [])
      .find(({ id }) => !taken.has(id));
    if (!before) {
      result.added.push(said);
      return;
    }
    taken.add(before.id);
    const merged = mergeAsset(before, said);
    if (merged === before) result.known += 1;
    else result.updated.push(merged);
  });
  return result;
}

const NOTE = /^(?:注|备注|说明|填[报表]|制表|审核人?)[：:]|^截至.*项资产/;

/** A line under the table; merged over it, it stands in every column. */
function isNote({ text }: Line): boolean {
  const name = text('name') || text('project');
  return NOTE.test(name) || (name.length > 8 && name === text('class') && name === text('town'));
}

/** By code where it has one, else by what it is and where: two like that are told apart by their order. */
function keysOf({ code, name, projectIds, projectText, town, village, place }: Asset): string[] {
  const what = `${bareText(name)}\n${projectIds[0] ?? bareText(projectText)}\n${bareText(town + village + place)}`;
  return code === '' ? [what] : [`code:${bareText(code)}`];
}

/** The ids of the plan's project that each row names; [] for a project of before, or for none. */
function projectsOf(lines: readonly Line[], data: PlanData): string[][] {
  const named = lines.flatMap((line, index) =>
    line.text('project') === '' && line.text('projectCode') === '' ? [] : [{ line, index }],
  );
  const found: string[][] = lines.map(() => []);
  const keys: Partial<Record<string, AssetKey>> = { name: 'project', code: 'projectCode' };
  const asWho = named.map(
    ({ line }): SheetLine<WhoKey> => ({ ...line, text: (key) => line.text(keys[key] ?? key), address: () => '' }),
  );
  matchLines<WhoKey>(data, asWho, new Map()).forEach(({ project }, at) => {
    const index = named[at]?.index;
    if (project && index !== undefined) found[index] = [project.id];
  });
  return found;
}

function placeOf(line: Line, places: ReturnType<typeof listPlaceReader>): Pick<Asset, 'town' | 'village' | 'place'> {
  const [town, village, text] = [line.text('town'), line.text('village'), line.text('place')];
  if (text === '' || (town !== '' && village !== '')) return { town, village, place: text };
  const split = places.split(text);
  const isSplit = split.town !== '' || split.village !== '';
  return isSplit
    ? { town: town || split.town, village: village || split.village, place: '' }
    : { town, village, place: text };
}

function assetOf(line: Line, projectIds: readonly string[], amount: (key: AssetKey) => Fen | null, tell: Tell): Asset {
  const { text } = line;
  const word = <T>(key: AssetKey, read: (text: string) => T | null | undefined): T | null => {
    const value = read(text(key));
    if (value === undefined) tell(key, `“${text(key)}”不是已知的说法，没有读入；请改成通用的说法，或在资产页选择`);
    return value ?? null;
  };
  const time = (key: AssetKey): string | null => {
    const value = timeOf(text(key), (one) => parseDay(one, line.value(undefined) !== null));
    if (value === undefined) tell(key, `“${text(key)}”不是日期（如 2023、2023-05、2023-05-01），没有读入`);
    return value ?? null;
  };
  const number = (key: AssetKey): number | null => {
    const plain = foldText(text(key)).replace(/年$/, '');
    if (plain === '') return null;
    if (/^\d+(?:\.\d+)?$/.test(plain)) return Number(plain);
    tell(key, `“${text(key)}”不是数，没有读入`);
    return null;
  };
  const byFund = fundsOf(amount);
  const parts = Object.values(byFund);
  const sum = addFen(ZERO, ...parts);
  const stated = amount('original');
  if (stated === null && parts.length > 0)
    tell('name', `没有写原值，按各资金来源合计 ${formatWanFull(sum)} 万元登记`, 'info');
  if (stated !== null && parts.length > 0 && stated !== sum)
    tell(
      'original',
      `原值 ${formatWanFull(stated)} 万元，各资金来源合计 ${formatWanFull(sum)} 万元，差 ${formatWanFull(subtractFen(stated, sum))} 万元；照表上登记，请核对`,
    );
  const year = number('year');
  const name = text('name') || text('project');
  const ownerLevel = text('ownerLevel') === '' ? (ownerOfWord(text('owner')) ?? null) : word('ownerLevel', ownerOfWord);
  return {
    ...blankAsset('', name),
    ...{ code: text('code'), projectIds, projectText: projectIds.length > 0 ? '' : text('project') },
    ...{ year: year !== null && Number.isInteger(year) ? year : null, class: word('class', classOfWord) },
    ...{ form: word('form', formOfWord), quantity: foldText(text('quantity')), unit: text('unit'), spec: text('spec') },
    ...{ builtAt: time('builtAt'), lifeYears: number('lifeYears') },
    ...{ originalFen: stated ?? (parts.length > 0 ? sum : null), byFund, netFen: amount('net') },
    ...{ ownerLevel, owner: text('owner'), rightAt: time('rightAt'), rightDocument: text('rightDocument') },
    ...{ handedAt: time('handedAt'), handedTo: text('handedTo'), user: text('user') },
    ...{ beneficiary: text('beneficiary'), keeper: text('keeper'), register: word('register', registerOfWord) },
    ...{ condition: word('condition', conditionOfWord), disposal: disposalOf(line, amount, tell), note: text('note') },
  };
}

function fundsOf(amount: (key: AssetKey) => Fen | null): Partial<Record<AssetFund, Fen>> {
  const parts: Partial<Record<AssetFund, Fen>> = {};
  for (const { id } of ASSET_FUNDS) {
    const fen = amount(`fund:${id}`);
    if (fen !== null) parts[id] = fen;
  }
  return parts;
}

/** A disposal without the number of its approval is told, and not taken in (SPECS D5). */
function disposalOf({ text }: Line, amount: (key: AssetKey) => Fen | null, tell: Tell): Disposal | null {
  const said = text('disposalWay');
  if (said === '' || /^[-—无否]+$/.test(said)) return null;
  const way = wayOfWord(said);
  if (!way) {
    tell('disposalWay', `“${said}”不是处置方式（转让、报废、核销、拆除、置换；抵押不是处置），没有登记处置`);
    return null;
  }
  const date = parseDay(text('disposalAt'));
  const documentNumber = text('disposalDocument');
  if (documentNumber === '' || date === undefined) {
    const lacking = documentNumber === '' ? '批准文号' : '处置时间';
    tell('disposalWay', `${way}没有写${lacking}，没有登记处置；请补上${lacking}后再导入`);
    return null;
  }
  return { way, date, documentNumber, incomeFen: amount('disposalIncome'), note: '' };
}
