// The place of a row: town and village that stand in one cell go to their own fields, and a village by itself gets its town
// proposed where only one has it.

import { readVillage } from '../places/place-words.ts';
import { cellAddress, type SheetCell } from '../sheet/sheet.ts';
import { cellText } from '../sheet/sheet-view.ts';
import type { Draft, ValueReader } from './read-values.ts';

/** Town and village that stand in one cell, of either column, each go to their own. */
export function cutPlace(reader: ValueReader, draft: Draft, cells: readonly SheetCell[]): void {
  const { places } = reader;
  const { town = null, village = null } = draft;
  const text = village === null ? town : town === null ? village : null;
  if (typeof text !== 'string') return;
  const cut = places.split(text);
  if (cut.town === '' && cut.village !== '' && village === null) {
    // A village by itself is no town: that one stands in a heading, or in the list already.
    draft.village = cut.village;
    delete draft.town;
    proposeTown(reader, cut.village, draft, cells);
  }
  if (cut.town === '' || (cut.village === '' && town === null)) return;
  draft.town = cut.town;
  if (cut.village !== '') draft.village = cut.village;
}

/** A village by itself, of which the county has one only, stands in that one's town: proposed, taken where accepted. */
function proposeTown(
  { places, byColumn, sheet, accepted, report }: ValueReader,
  village: string,
  draft: Draft,
  cells: readonly SheetCell[],
): void {
  const { towns, townsOf } = places.dictionary;
  const [key, ...others] = townsOf.get(readVillage(village).village) ?? [];
  const cell = cells.find(({ column }) => byColumn[column]?.key === 'town');
  if (key === undefined || others.length > 0 || !cell) return;
  const town = towns.get(key)?.name ?? key;
  const at = cellAddress(cell.row, cell.column);
  const isAccepted = accepted.has(at) || accepted.has('*');
  if (isAccepted) draft.town = town;
  report({
    level: isAccepted ? 'info' : 'warning',
    code: 'town-proposed',
    cell: at,
    raw: cellText(cell),
    message: `“${sheet}”第 ${cell.row} 行只写了“${village}”，没有写乡镇；只有${town}有这个村${isAccepted ? `，已按${town}导入` : '，乡镇暂空，请确认'}。`,
    proposal: town,
  });
}
