// Which lines stand on which page. Pure: heights in, slices out; the same slices make the preview and the PDF.

/** One thing that is not parted: a row of the table, a line of text, a chart. Heights in px. */
export interface FlowItem {
  height: number;
  /** Stands in the table: the header comes before the first one of a page. */
  isRow: boolean;
  /** A project: its page ends with 本页小计 where that is asked for. */
  adds: boolean;
  /** Must not be the last of a page: a heading, a title, the last row before the signatures. */
  keepWithNext: boolean;
}

/** What a page has to offer and what it costs, in px. */
export interface PageRoom {
  height: number;
  /** The table's header. */
  head: number;
  /** The line with 续表 above it from the table's second page on. */
  continued: number;
  /** 本页小计 (and 累计) at the end of a page with projects. */
  subtotals: number;
}

/** Items [from, to) stand on one page. `isContinued`: the page goes on with a table that began before. */
export interface PageSlice {
  from: number;
  to: number;
  isContinued: boolean;
}

interface Filled {
  used: number;
  hasRow: boolean;
  hasAdds: boolean;
}

const EMPTY: Filled = { used: 0, hasRow: false, hasAdds: false };

/**
 * Fills pages one after the other. Items bound by keepWithNext go together to the next page where they do not fit; a
 * bundle higher than a page is parted after all. An item higher than a page has a page of its own and sticks out: the
 * caller parts such rows before (`rowRoom`).
 */
export function paginate(items: readonly FlowItem[], room: PageRoom): PageSlice[] {
  const slices: PageSlice[] = [];
  const firstRow = items.findIndex((item) => item.isRow);
  let from = 0;
  let filled = EMPTY;
  const isContinued = (): boolean => firstRow >= 0 && from > firstRow;
  const add = (before: Filled, item: FlowItem): Filled => ({
    used:
      before.used +
      item.height +
      (item.isRow && !before.hasRow ? room.head + (isContinued() ? room.continued : 0) : 0) +
      (item.adds && !before.hasAdds ? room.subtotals : 0),
    hasRow: before.hasRow || item.isRow,
    hasAdds: before.hasAdds || item.adds,
  });
  const turn = (to: number): void => {
    slices.push({ from, to, isContinued: isContinued() && items.slice(from, to).some((item) => item.isRow) });
    from = to;
    filled = EMPTY;
  };
  let at = 0;
  while (at < items.length) {
    let end = at;
    while (items[end]?.keepWithNext && end + 1 < items.length) end += 1;
    const bundle = items.slice(at, end + 1);
    if (bundle.reduce(add, filled).used > room.height && at > from) turn(at);
    if (bundle.reduce(add, filled).used <= room.height) filled = bundle.reduce(add, filled);
    else {
      bundle.forEach((item, offset) => {
        if (offset > 0 && add(filled, item).used > room.height) turn(at + offset);
        filled = add(filled, item);
      });
    }
    at = end + 1;
  }
  if (from < items.length) turn(items.length);
  return slices;
}

/** The height that a row may have on a page of its own. */
export function rowRoom(room: PageRoom): number {
  return room.height - room.head - room.continued - room.subtotals;
}
