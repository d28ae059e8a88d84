// 应报、已报、未报、逾期 of the offices beneath, from what was received (SPECS H4).
import type { CountyReportHead } from '../domain/county-report.ts';
import type { PackageKind, ReceivedPackage } from '../domain/exchange.ts';
import { type Office, officeKey } from '../domain/office.ts';

export interface ReportedRow {
  code: string;
  name: string;
  level: string;
  reported: boolean;
  state: '已报' | '未报' | '逾期未报' | '逾期上报';
  kind: string;
  number: number | null;
  at: string | null;
  deadline: string | null;
  projects: number;
  totalFen: number;
}

export interface ReportedInput {
  offices: readonly Office[];
  received: readonly ReceivedPackage[];
  /** What counties sent, packages or not. */
  reports: readonly Pick<CountyReportHead, 'id' | 'at' | 'projectCount' | 'totalFen'>[];
  kind: PackageKind;
  deadline: string | null;
  today: string;
  codeOf(office: Office): string;
  /** The day of an ISO time here. */
  dayOf(time: string): string;
}

/** One row for each office beneath, and for others that sent something of the kind. */
export function reportedRows({
  offices,
  received,
  reports,
  kind,
  deadline,
  today,
  codeOf,
  dayOf,
}: ReportedInput): ReportedRow[] {
  const ofKind = received.filter((one) => one.kind === kind);
  const known = new Set(offices.map(officeKey));
  const others = new Map(ofKind.map(({ from }) => [officeKey(from), from]));
  const all = [...offices, ...[...others].filter(([key]) => !known.has(key)).map(([, office]) => office)];
  return all.map((office) => {
    const sent = ofKind.filter(({ from }) => officeKey(from) === officeKey(office)).sort((a, b) => a.number - b.number);
    const [first, last] = [sent[0], sent.at(-1)];
    const code = codeOf(office);
    const report = kind === '规划包' && office.level === '县' ? reports.find(({ id }) => id === code) : undefined;
    const at =
      [last?.receivedAt, report?.at]
        .filter((time) => time !== undefined)
        .sort()
        .at(-1) ?? null;
    const begun = first?.receivedAt ?? report?.at;
    const isLate = deadline !== null && (begun === undefined ? today : dayOf(begun)) > deadline;
    return {
      code,
      name: office.name,
      level: office.level,
      reported: at !== null,
      state: at !== null ? (isLate ? '逾期上报' : '已报') : isLate ? '逾期未报' : '未报',
      kind,
      number: last?.number ?? null,
      at,
      deadline,
      projects: report?.projectCount ?? last?.projectCount ?? 0,
      totalFen: report?.totalFen ?? last?.totalFen ?? 0,
    };
  });
}
