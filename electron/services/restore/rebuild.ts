// Makes a new workbook of what could be read of a damaged one: all facts that are left, and where values came from. Its log
// begins anew with this step; the old one stays in the damaged file.
import type { Database } from 'better-sqlite3';
import { commit } from '#electron/db/kernel/commit.ts';
import { type Kinds as AnyKinds, openKernel } from '#electron/db/kernel/kind.ts';
import { loadMemory } from '#electron/db/kernel/memory.ts';
import type { ProvenanceBatch } from '#electron/db/kernel/provenance.ts';
import { KINDS, type Transaction } from '#electron/db/kinds/index.ts';
import { referenceOf } from '#electron/db/kinds/plan-frame.ts';
import { createImage } from '#electron/db/open.ts';
import type { SalvageItem } from '#shared/domain/salvage.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { type FactSet, fitReferences } from './fit-references.ts';
import { type Gathered, type GatheredFact, gatherFacts } from './gather-facts.ts';
import { readRows } from './open-damaged.ts';

type Entity = keyof typeof KINDS;

interface ImportRow {
  batch_id: string;
  row_number: number;
  project_id: string | null;
  cells: string;
}

/** The content of the new workbook. Throws AppError damaged where nothing is left to write. */
export function rebuildWorkbook(
  damaged: Database,
  label: string,
  author: string,
): { bytes: Buffer; items: SalvageItem[]; notes: string[] } {
  const gathered = gatherFacts(damaged);
  const batches = readBatches(damaged);
  const facts = factSet(gathered);
  const notes = fitReferences(facts, new Set(batches.map(({ id }) => id)));
  const db = createImage();
  try {
    const kernel = openKernel(db, KINDS);
    let lostRows = false;
    commit(
      { kernel, author: () => author },
      'workbook.salvage',
      label,
      (tx) => {
        lostRows = addProvenance(tx, damaged, batches);
        // Lists of the frame refer to entries that come later in them; all is there when the step ends.
        tx.db.pragma('defer_foreign_keys = ON');
        for (const [entity, images] of facts) for (const [id, image] of images) tx.add(entity, id, image as never);
      },
      { kind: 'base' },
    );
    const memory = loadMemory(kernel);
    const data: PlanData = {
      plan: memory.slice('plan'),
      reference: referenceOf(memory),
      projects: [...memory.slice('project').values()],
      claims: memory.slice('claim'),
      records: memory.slice('record'),
    };
    if (lostRows) notes.push('部分导入来源（查看来源）读不出来，没有带过来。');
    notes.push(
      `操作记录从这一步重新开始：损坏的文件里读出的 ${gathered.steps} 步不能在新工作簿中撤销；窗口布局和导入时记住的表样没有带过来。`,
    );
    return { bytes: db.serialize(), items: gathered.facts.flatMap((fact) => describe(fact, data)), notes };
  } finally {
    db.close();
  }
}

function factSet({ facts }: Gathered): FactSet {
  const set = new Map((Object.keys(KINDS) as Entity[]).map((entity) => [entity, new Map<string, unknown>()]));
  for (const { entity, id, taken } of facts) if (taken !== null) set.get(entity)?.set(id, taken);
  return set;
}

function readBatches(damaged: Database): ProvenanceBatch[] {
  try {
    return damaged.prepare<[], ProvenanceBatch>('SELECT id, at, file, sheet, body FROM import_batch').all();
  } catch {
    return [];
  }
}

/** Copies the imported rows that can be read; says whether some could not. */
function addProvenance(tx: Transaction, damaged: Database, batches: readonly ProvenanceBatch[]): boolean {
  const { rows, isIncomplete } = readRows<ImportRow>(damaged, 'import_row', 'batch_id, row_number, project_id, cells');
  let isLost = isIncomplete;
  const taken = new Map<string, number>();
  for (const batch of batches) {
    tx.provenance.addBatch(batch);
    taken.set(batch.id, 0);
  }
  for (const row of rows.sort((a, b) => a.row_number - b.row_number)) {
    const last = taken.get(row.batch_id);
    if (last === undefined || row.row_number <= last || !isJson(row.cells)) {
      isLost = true;
      continue;
    }
    taken.set(row.batch_id, row.row_number);
    tx.provenance.addRow(row.batch_id, row.row_number, row.project_id, row.cells);
  }
  return isLost;
}

function isJson(text: unknown): text is string {
  if (typeof text !== 'string') return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const OUTCOME_WORDS: Readonly<Record<SalvageItem['outcome'], string>> = {
  restored: '按操作记录恢复',
  kept: '操作记录在这里有损坏，照文件里的值保留，请核对',
  dropped: '不是由本程序写入的，没有带过来',
  lost: '文件和操作记录里都读不出来，已丢失',
};

/** What happened to one fact, value by value where both sides are known. */
function describe({ entity, id, taken, found, logged, outcome }: GatheredFact, data: PlanData): SalvageItem[] {
  if (outcome === null) return [];
  const kind = KINDS[entity] as AnyKinds[string];
  const isKept = outcome === 'kept';
  /** The side that is not taken. */
  const other = isKept ? logged : found;
  const words = other === undefined || other === null || taken === null ? [] : wordsOf(kind, other, taken, data);
  const how = OUTCOME_WORDS[outcome];
  if (words.length === 0) {
    const name = nameOf(taken ?? found) ?? id;
    const item = { kind: kind.title, name, column: null, found: null, logged: null, taken: null, outcome };
    return [{ ...item, message: `${kind.title}“${name}”：${how}` }];
  }
  return words.map(({ project, column, before, after }) => {
    const sides = isKept ? { found: after, logged: before } : { found: before, logged: after };
    const told = `文件里是“${sides.found || '空'}”，操作记录里是“${sides.logged || '空'}”`;
    const message = `${kind.title}“${project}”的${column}：${told}；${how}`;
    return { kind: kind.title, name: project, column, ...sides, taken: after, outcome, message };
  });
}

function wordsOf(kind: AnyKinds[string], found: unknown, taken: unknown, data: PlanData) {
  try {
    return kind.words(found, taken, data);
  } catch {
    return [];
  }
}

function nameOf(image: unknown): string | undefined {
  const name = typeof image === 'object' && image !== null && 'name' in image ? image.name : undefined;
  return typeof name === 'string' && name !== '' ? name : undefined;
}
