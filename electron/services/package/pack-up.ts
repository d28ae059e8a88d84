// The bytes of a package: its manifest with running number and claims, its parts, the office's signature.
import { hashOf, writeContainer } from '#electron/package/container.ts';
import { hasKey, openKey, signManifest } from '#electron/package/signing.ts';
import type { PackageKind, SentPackage } from '#shared/domain/exchange.ts';
import { isAbove, type Office, officeKey } from '#shared/domain/office.ts';
import { packageFrame } from '#shared/package/choose-facts.ts';
import { claimsOf } from '#shared/package/claims.ts';
import type { Facts } from '#shared/package/facts.ts';
import type { SentFinding } from '#shared/package/manifest.ts';
import { PACKAGE_SPECS } from '#shared/package/package-kinds.ts';
import { AppError } from '#shared/values/app-error.ts';
import { toFen } from '#shared/values/money.ts';
import type { Session } from '../session.ts';
import { receivedFrom, sentBy } from './last-common.ts';

export interface PackageOrder {
  kind: PackageKind;
  /** Whom it goes to; null: the office above. */
  to: Office | null;
  /** Seals it; null: no password. */
  password: string | null;
  /** undefined: where this machine has the office's key. */
  sign: boolean | undefined;
  /** Counts on from here, where a workbook was begun anew; undefined: the next number. */
  number: number | undefined;
  /** The day on which the projects that can take it are 已申报 or 已审核 with the package; null: no step. */
  stepOn: string | null;
  program: string;
  keyFolder: string;
}

/** A finding of the sender's, with the key of its explanation. */
export interface OwnFinding extends SentFinding {
  key: string;
}

/** Numbers are used once, whatever was undone since. */
function nextNumber(session: Session, wanted: number | undefined): number {
  const last = session.file.db
    .prepare("SELECT max(json_extract(after, '$.number')) FROM change WHERE entity = 'sentPackage'")
    .pluck()
    .get() as number | null;
  const next = (last ?? 0) + 1;
  if (wanted === undefined) return next;
  if (wanted < next) throw new AppError('invalid-input', `第 ${wanted} 号已经用过，下一个是第 ${next} 号。`);
  return wanted;
}

/** Packs chosen facts up; nothing is written. */
export function packUp(
  session: Session,
  office: Office,
  order: PackageOrder,
  facts: Facts,
  findings: readonly OwnFinding[],
): { bytes: Buffer; sent: SentPackage; isSigned: boolean } {
  const { plan, reference } = session.planData();
  const { kind, to, program, keyFolder } = order;
  const spec = PACKAGE_SPECS[kind];
  const number = nextNumber(session, order.number);
  const frame = packageFrame({ reference });
  const claims = claimsOf(facts.projects, frame);
  const isSigned = order.sign ?? hasKey(keyFolder, office);
  const key = isSigned ? openKey(keyFolder, office) : null;
  const sameKind = sentBy(session, office).filter(
    (one) => one.kind === kind && (one.to && officeKey(one.to)) === (to && officeKey(to)),
  );
  const others =
    to === null ? session.receivedPackages().filter(({ from }) => isAbove(from, office)) : receivedFrom(session, to);
  const carried = Object.fromEntries(spec.carries.map((name) => [name, facts[name]]));
  const madeAt = new Date().toISOString();
  const bytes = writeContainer(
    {
      program,
      kind,
      office,
      to,
      region: { code: plan.regionCode, name: plan.regionName },
      period: { firstYear: plan.firstYear, lastYear: plan.lastYear },
      scheme: plan.scheme,
      fundYear: plan.fundYear ?? plan.lastYear,
      number,
      basedOn: Math.max(0, ...sameKind.map((one) => one.number)),
      heard: Math.max(0, ...others.map((one) => one.number)),
      madeAt,
      claims,
    },
    {
      frame: [frame],
      ...carried,
      ...(spec.isChecked ? { findings: findings.map(({ key: _, ...finding }) => finding) } : {}),
    },
    key === null ? undefined : (manifest) => signManifest(key, manifest),
  );
  const hash = hashOf(bytes);
  const sent: SentPackage = {
    ...{ id: hash, kind, number, hash, madeAt, from: office, to },
    totalFen: toFen(claims.totalFen),
    projectCount: claims.projects,
    content: bytes.toString('base64'),
    receipt: null,
  };
  return { bytes, sent, isSigned };
}
