// Writes the empty template (空表) that offices fill in: the list's columns with drop-downs, input hints and a unit line.
import type { DataValidation, Worksheet } from 'exceljs';
import { categoryPath, categoryTree, flattenCategories } from '#shared/domain/categories.ts';
import { type Column, columnsOf, type FieldId, NATURES, usedColumns } from '#shared/domain/fields.ts';
import type { PlanInfo, ReferenceData } from '#shared/domain/reference.ts';
import { usedKeys } from '#shared/domain/used-columns.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { columnLetters } from '#shared/sheet/sheet.ts';
import { type Book, writeBook } from './book.ts';
import { putText } from './put-text.ts';
import { bodyStyle, COUNT_FORMAT } from './styles.ts';
import { headerRange, writeFrame } from './table-frame.ts';

/** The fields an office is asked for, in the order in which it fills them in. */
const FIELDS: readonly FieldId[] = [
  'code',
  'name',
  'categoryId',
  'nature',
  'town',
  'village',
  'content',
  'period',
  'total',
  'source',
  'before',
  'year',
  'later',
  'households',
  'people',
  'unit',
  'person',
  'phone',
  'goal',
  'linkage',
  'note',
];

/** In a template each row is a project, so the column of the annex that also holds headings has a plainer name. */
const LABELS: Partial<Record<FieldId, string>> = { name: '项目名称' };

/** Empty rows with borders, and rows to which drop-downs and hints reach. */
const EMPTY_ROWS = 200;
const EMPTY_HEIGHT = 30;
const VALIDATED_ROWS = 2_000;
const LIST_SHEET = '选项';

type Plan = Pick<PlanData, 'plan' | 'reference' | 'projects'>;

/**
 * Writes the template to `target` or leaves it as it was. Returns what could not be written whole, in Chinese. Throws
 * AppError `cannot-write` or `disk-full`.
 */
export async function writeTemplate(target: string, { plan, reference, projects }: Plan): Promise<string[]> {
  return writeBook(target, (book) => {
    const all = usedColumns(columnsOf(plan, reference), usedKeys(projects, reference));
    const columns = FIELDS.flatMap((id) => all.filter((column) => column.field.id === id));
    const header = [
      { label: '序号' },
      ...columns.map((column) => ({ ...column, label: LABELS[column.field.id] ?? column.label })),
    ];
    const sheet = book.addSheet({
      name: '项目申报表',
      paper: { size: 'A3', orientation: 'landscape' },
      widths: [6, ...columns.map((column) => column.width)],
      frozen: { columns: 3, rows: headerRange(header)[1] },
      titleRows: headerRange(header),
    });
    const first = writeFrame(sheet, {
      title: plan.title.replace(/项目表$/, '项目申报表'),
      leftLine: '填报单位：                    填报日期：    年  月  日',
      unitLine: '单位：万元',
      columns: header,
    });
    for (let row = first; row < first + EMPTY_ROWS; row += 1) writeEmptyRow(sheet, row, columns);
    const lists = listsOf(plan, reference);
    addValidations(sheet, columns, first, lists);
    markDifferences(sheet, columns, first);
    sheet.commit();
    writeLists(book, lists);
  });
}

function writeEmptyRow(sheet: Worksheet, at: number, columns: readonly Column[]): void {
  const row = sheet.getRow(at);
  // A row without values is only written where it has a height.
  row.height = EMPTY_HEIGHT;
  row.getCell(1).style = bodyStyle('center');
  columns.forEach((column, index) => {
    row.getCell(index + 2).style = columnStyle(column);
  });
  row.commit();
}

function columnStyle(column: Column) {
  if (column.kind === 'amount') return bodyStyle('right', false, '#,##0.00####');
  if (column.kind === 'integer') return bodyStyle('right', false, COUNT_FORMAT);
  // Periods, phones and codes stay as typed: Excel would turn 2021-3 into a date.
  return bodyStyle('left', false, column.kind === 'longText' ? undefined : '@');
}

interface ChoiceList {
  column: FieldId;
  label: string;
  values: string[];
}

/** The lists behind the drop-downs; one without values is left out. */
function listsOf(plan: PlanInfo, reference: ReferenceData): ChoiceList[] {
  const leaves = flattenCategories(categoryTree(reference, plan.scheme)).filter((node) => node.children.length === 0);
  const places = reference.regions.filter((region) => region.parent === plan.regionCode).map((region) => region.name);
  const lists: ChoiceList[] = [
    { column: 'nature', label: '建设性质', values: [...NATURES] },
    {
      column: 'categoryId',
      label: '规划类别',
      values: leaves.map((node) => categoryPath(reference, node.category.id).join(' › ')),
    },
    { column: 'town', label: '乡镇（街道）', values: places },
  ];
  return lists.filter((list) => list.values.length > 0);
}

function writeLists(book: Book, lists: readonly ChoiceList[]): void {
  const sheet = book.addSheet({
    name: LIST_SHEET,
    paper: { size: 'A4', orientation: 'portrait' },
    widths: lists.map(() => 30),
    frozen: { columns: 0, rows: 1 },
    titleRows: null,
    hidden: true,
  });
  const height = 1 + Math.max(0, ...lists.map((list) => list.values.length));
  for (let row = 1; row <= height; row += 1) {
    lists.forEach((list, index) => {
      const text = row === 1 ? list.label : list.values[row - 2];
      if (text !== undefined) putText(sheet.getRow(row).getCell(index + 1), text);
    });
    sheet.getRow(row).commit();
  }
  sheet.commit();
}

function addValidations(
  sheet: Worksheet,
  columns: readonly Column[],
  first: number,
  lists: readonly ChoiceList[],
): void {
  // exceljs writes validations given as a range; its typings only know the reading side.
  const model = (sheet as unknown as { dataValidations: { add(range: string, rule: DataValidation): void } })
    .dataValidations;
  columns.forEach((column, index) => {
    const letters = columnLetters(index + 2);
    const rule = validationOf(column, lists);
    if (rule) model.add(`${letters}${first}:${letters}${first + VALIDATED_ROWS - 1}`, rule);
  });
}

/** Excel's own limits: 32 characters of title, 255 of prompt. */
function validationOf(column: Column, lists: readonly ChoiceList[]): DataValidation | null {
  const hint = {
    allowBlank: true,
    showInputMessage: true,
    promptTitle: (LABELS[column.field.id] ?? column.label).slice(0, 32),
    prompt: promptOf(column).slice(0, 255),
    showErrorMessage: true,
    errorTitle: '请检查',
  };
  const listIndex = lists.findIndex((list) => list.column === column.field.id);
  const list = lists[listIndex];
  if (list) {
    const letters = columnLetters(listIndex + 1);
    const formulae = [`${LIST_SHEET}!$${letters}$2:$${letters}$${list.values.length + 1}`];
    return { ...hint, type: 'list', formulae, errorStyle: 'warning', error: '不在下拉列表中，确定要这样填吗？' };
  }
  if (column.kind === 'amount') {
    const error = '请填数字，单位是万元，不要写“万元”二字。';
    return { ...hint, type: 'decimal', operator: 'greaterThanOrEqual', formulae: [0], errorStyle: 'stop', error };
  }
  if (column.kind === 'integer') {
    const error = '请填整数。';
    return { ...hint, type: 'whole', operator: 'greaterThanOrEqual', formulae: [0], errorStyle: 'stop', error };
  }
  if (['code', 'name', 'village', 'content', 'period'].includes(column.field.id)) {
    return { ...hint, showErrorMessage: false, type: 'custom', formulae: ['TRUE'] };
  }
  return null;
}

function promptOf(column: Column): string {
  if (column.kind === 'amount' && column.field.id !== 'total') {
    return `${column.field.help}单位：万元，没有的留空。`;
  }
  return column.kind === 'amount' ? `${column.field.help}单位：万元。` : column.field.help;
}

/** Fills 总投资 red where the sources or the years are filled in and do not add up to it (rules T01, T02). */
function markDifferences(sheet: Worksheet, columns: readonly Column[], first: number): void {
  const at = (test: (column: Column) => boolean): string[] =>
    columns.flatMap((column, index) => (test(column) ? [columnLetters(index + 2)] : []));
  const [total] = at((column) => column.field.id === 'total');
  if (total === undefined) return;
  const differs = (letters: string[]): string => {
    const range = `$${letters[0]}${first}:$${letters.at(-1)}${first}`;
    return `AND(COUNT(${range})>0,ABS(SUM(${range})-$${total}${first})>0.005)`;
  };
  const sides = [at((column) => column.source !== undefined), at((column) => column.year !== undefined)];
  const formula = `OR(${sides
    .filter((letters) => letters.length > 0)
    .map(differs)
    .join(',')})`;
  sheet.addConditionalFormatting({
    ref: `${total}${first}:${total}${first + VALIDATED_ROWS - 1}`,
    rules: [
      {
        type: 'expression',
        formulae: [formula],
        priority: 1,
        style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFC7CE' } } },
      },
    ],
  });
}
