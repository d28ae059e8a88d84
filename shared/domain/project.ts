// A project of the plan (项目) and its figures. Plain JSON values: the same record travels from the
// database to the grid, the checks, the tables and the printer.
import type { Fen } from '../values/money.ts';

/**
 * The figures of one project, each exactly as declared; a missing key is a blank cell, 0 is a declared zero.
 * total 总投资; bySource 资金来源 margins; byYear 分年度 margins, among them what lies outside the plan's period
 * (`before`, `later`, see outside-years.ts); cells the year x fund-source matrix, keyed by `cellKey`. Margins and cells are kept apart: where they differ, a check says so.
 */
export interface Amounts {
  total: Fen | null;
  bySource: Record<string, Fen>;
  byYear: Record<string, Fen>;
  cells: Record<string, Fen>;
}

export interface Project {
  /** Internal id, stable across undo, export and hand-up. */
  id: string;
  /** Order inside the list; categories come first in the printed order. */
  position: number;
  /** 项目编号 */
  code: string | null;
  /** 项目名称 */
  name: string;
  /** 规划类别; null = 未分类 */
  categoryId: string | null;
  /** 县（市、区）, a national code */
  regionCode: string;
  /** 乡镇（街道） and 村（社区）, as written */
  town: string | null;
  village: string | null;
  /** 建设性质 */
  nature: string | null;
  /** 建设内容及规模 */
  content: string | null;
  /** 建设年限: 'YYYY' or 'YYYY-MM' */
  startAt: string | null;
  endAt: string | null;
  /** 受益对象: 户, 人 and of them 脱贫（监测）; 受益村数 */
  households: number | null;
  people: number | null;
  poorHouseholds: number | null;
  poorPeople: number | null;
  villages: number | null;
  /** 责任单位, 主管部门, 实施单位, 责任人, 联系电话 */
  unit: string | null;
  department: string | null;
  implementer: string | null;
  person: string | null;
  phone: string | null;
  /** 项目类型 › 二级项目类型 › 项目子类型 of the national library, as written */
  nationalType: string | null;
  nationalSubtype: string | null;
  /** 绩效目标, 联农带农机制, 群众参与, 补助标准, 文号, 备注 */
  goal: string | null;
  linkage: string | null;
  participation: string | null;
  subsidyStandard: string | null;
  documentNumber: string | null;
  note: string | null;
  /** The project of the plan before from which it was rolled over: its id there, and the name of that workbook. */
  originId: string | null;
  originWorkbook: string | null;
  /** 自定义栏目: what it holds in the plan's own columns, by their ids (own-columns.ts); absent where it holds nothing. */
  own?: Readonly<Record<string, string>>;
  amounts: Amounts;
}

/** Shown in place of a name that is not filled in; never stored. */
export const NAMELESS = '（未填名称）';

/** Key of one cell of the year x fund-source matrix. */
export function cellKey(year: number | string, source: string): string {
  return `${year}|${source}`;
}

/** Splits a key made by cellKey. */
export function splitCellKey(key: string): { year: string; source: string } {
  const at = key.indexOf('|');
  return { year: key.slice(0, at), source: key.slice(at + 1) };
}

/** The year in which a project starts: the year under which 表5-1 counts it. Null where it is not stated. */
export function startYear(project: Pick<Project, 'startAt'>): number | null {
  return project.startAt === null ? null : Number(project.startAt.slice(0, 4));
}

/** The last year of 建设年限; the start year where only one is stated. */
export function endYear(project: Pick<Project, 'startAt' | 'endAt'>): number | null {
  const at = project.endAt ?? project.startAt;
  return at === null ? null : Number(at.slice(0, 4));
}

export const EMPTY_AMOUNTS: Amounts = { total: null, bySource: {}, byYear: {}, cells: {} };

const BLANK: Omit<Project, 'id' | 'position' | 'categoryId' | 'regionCode' | 'amounts'> = {
  code: null,
  name: '',
  town: null,
  village: null,
  nature: null,
  content: null,
  startAt: null,
  endAt: null,
  households: null,
  people: null,
  poorHouseholds: null,
  poorPeople: null,
  villages: null,
  unit: null,
  department: null,
  implementer: null,
  person: null,
  phone: null,
  nationalType: null,
  nationalSubtype: null,
  goal: null,
  linkage: null,
  participation: null,
  subsidyStandard: null,
  documentNumber: null,
  note: null,
  originId: null,
  originWorkbook: null,
};

/** A project with nothing filled in but its place in the list. */
export function blankProject(place: Pick<Project, 'id' | 'position' | 'categoryId' | 'regionCode'>): Project {
  return { ...BLANK, ...place, amounts: { ...EMPTY_AMOUNTS, bySource: {}, byYear: {}, cells: {} } };
}
