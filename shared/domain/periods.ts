// 建设年限: a start and an end, each a year or a year and month, written 'YYYY' or 'YYYY-MM'.

export interface Period {
  start: string;
  end: string;
}

/** '2021', '2021-2024', '2024.6-2024.12': short enough for the annex column. Null start gives ''. */
export function formatPeriod(startAt: string | null, endAt: string | null): string {
  if (startAt === null && endAt === null) return '';
  const show = (at: string): string => {
    const [year, month] = at.split('-');
    return month === undefined ? `${year}` : `${year}.${Number(month)}`;
  };
  const start = startAt === null ? '' : show(startAt);
  const end = endAt === null ? '' : show(endAt);
  return end === '' || start === end ? start : `${start}-${end}`;
}

/** True where the end does not come before the start; a bare year counts as the whole year. */
export function isOrdered(period: Period): boolean {
  const first = period.start.length === 4 ? `${period.start}-01` : period.start;
  const last = period.end.length === 4 ? `${period.end}-12` : period.end;
  return first <= last;
}
