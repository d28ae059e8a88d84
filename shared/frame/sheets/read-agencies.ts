// The sheet 单位 read into the responsible units of the frame: known ones by their code, else by a name; 职能划入 names the
// unit that took over, 并入 the one that is the same.
import type { Agency } from '../../domain/agencies.ts';
import { cleanAliases, type Frame } from '../frame.ts';
import { freeId } from '../ids.ts';
import { type SheetFault, type SheetLine, splitNames } from './frame-sheet.ts';
import type { TreeReading } from './read-trees.ts';
import { readYear } from './read-year.ts';
import { SHEET_NAMES } from './write-frame-sheets.ts';

export function readAgencies(lines: readonly SheetLine[], before: Frame, faults: SheetFault[]): TreeReading<Agency> {
  const sheet = SHEET_NAMES.agencies;
  const taken = new Set(before.agencies.map(({ id }) => id));
  const used = new Set<string>();
  const read = lines.map((line) => {
    const [name, code] = [line.cells.单位 ?? '', line.cells.代码 ?? ''];
    const free = before.agencies.filter(({ id }) => !used.has(id));
    const old =
      code === ''
        ? (free.find((one) => one.name === name) ?? free.find((one) => one.aliases.includes(name)))
        : before.agencies.find(({ id }) => id === code);
    const id = old?.id ?? (code === '' ? freeId('agency-', taken) : code);
    taken.add(id);
    used.add(id);
    const given = line.cells.别名 === undefined ? (old?.aliases ?? []) : splitNames(line.cells.别名);
    const aliases = cleanAliases(name, old && old.name !== name ? [...given, old.name] : given);
    return { line, id, old, name, aliases };
  });
  /** By code or name; the name of before too. Several of one name are told by the checks of the whole. */
  const idOf = (text: string): string | undefined =>
    (
      read.find((one) => one.id === text) ??
      read.find((one) => one.name === text) ??
      read.find((one) => one.aliases.includes(text))
    )?.id;
  const joins = new Map<string, string>();
  const items = read.map(({ line, id, old, name, aliases }): Agency => {
    const next = line.cells.职能划入;
    const into = line.cells.并入 ?? '';
    if (into !== '') {
      const target = idOf(into);
      if (target !== undefined && target !== id) joins.set(id, target);
      else faults.push({ sheet, row: line.row, message: `“${name}”要并入“${into}”，但表中没有别的单位叫这个名称。` });
    }
    return {
      id,
      name,
      aliases,
      from: readYear(line, '起始年', old?.from ?? null, sheet, faults),
      to: readYear(line, '终止年', old?.to ?? null, sheet, faults),
      successor: next === undefined ? (old?.successor ?? null) : next === '' ? null : (idOf(next) ?? next),
    };
  });
  return { items: joinAgencies(items, joins), rows: new Map(read.map(({ id, line }) => [id, line.row])) };
}

function joinAgencies(items: readonly Agency[], joins: ReadonlyMap<string, string>): Agency[] {
  if (joins.size === 0) return [...items];
  const end = (id: string): string => {
    const seen = new Set<string>();
    let at = id;
    for (let next = joins.get(at); next !== undefined && !seen.has(at); next = joins.get(at)) {
      seen.add(at);
      at = next;
    }
    return at;
  };
  return items
    .filter(({ id }) => end(id) === id)
    .map((one) => {
      const joined = items.filter(({ id }) => id !== one.id && end(id) === one.id);
      const successor = one.successor === null ? null : end(one.successor);
      return {
        ...one,
        aliases: cleanAliases(one.name, [...one.aliases, ...joined.flatMap(({ name, aliases }) => [name, ...aliases])]),
        successor: successor === one.id ? null : successor,
      };
    });
}
