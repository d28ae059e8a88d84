// Small previews for the tests of the import page.
import type { ImportPreview, RowPreview, TablePreview } from '#shared/import/preview.ts';

export function makeRow(values: Partial<RowPreview> = {}): RowPreview {
  return {
    table: 0,
    row: 5,
    name: '某村道路硬化',
    place: '某镇',
    totalWan: '10',
    action: 'add',
    reason: '',
    candidates: [],
    changes: [],
    ...values,
  };
}

export function makeTable(values: Partial<TablePreview> = {}): TablePreview {
  return {
    fileIndex: 0,
    file: '项目表.xlsx',
    sheet: '附表',
    kind: 'projects',
    kindReason: '表头有“项目名称”',
    kindQuestion: '0/附表/3.1/kind',
    keptRows: 0,
    title: '',
    headerRows: [3, 4],
    unit: '万元',
    unitSource: 'line',
    columns: [],
    projects: 1,
    totalWan: '10',
    assertions: 0,
    remembered: false,
    ...values,
  };
}

export function makePreview(values: Partial<ImportPreview> = {}): ImportPreview {
  return {
    previewId: 'p1',
    tables: [makeTable()],
    rows: [makeRow()],
    problems: [],
    questions: [],
    list: { projects: 0, totalWan: '0' },
    counts: { added: 1, updated: 0, unchanged: 0, conflicts: 0, skipped: 0 },
    unreadable: [],
    newClasses: [],
    newFunds: [],
    newColumns: [],
    newScheme: null,
    mode: 'update',
    counties: [],
    ...values,
  };
}
