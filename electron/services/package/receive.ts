// 装入: takes a package in as one undo step, or says what it would change. A file that cannot be taken in is refused with its
// reason and leaves the workbook as it was.
import { PackageFault } from '#electron/package/container.ts';
import type { ReceivedFile } from '#shared/contract/methods/package.ts';
import type { PackageKind, ReceivedPackage } from '#shared/domain/exchange.ts';
import { officeName } from '#shared/domain/office.ts';
import { isUpperPlan } from '#shared/domain/reference.ts';
import { RECEIPT_KIND } from '#shared/package/manifest.ts';
import { localDay } from '#shared/values/local-time.ts';
import { toFen } from '#shared/values/money.ts';
import { writeReport } from '../city/take-county.ts';
import { addOwnColumns } from '../frame/write-frame.ts';
import type { Session } from '../session.ts';
import { refusalOf } from './examine.ts';
import { type Chooser, planReceive, type ReceivePlan } from './plan-receive.ts';
import { type ReadPackage, readPackageFile } from './read-package.ts';
import { takeReceipt } from './receipt.ts';
import { refusedFile, type ToldPlan, tellPlan } from './receive-rows.ts';
import { rememberKey, writeChanges } from './write-changes.ts';

export interface ReceiveOptions {
  dryRun: boolean;
  take: 'mine' | 'theirs' | 'ask';
  settled: Readonly<Record<string, 'mine' | 'theirs'>>;
  acceptsKey: boolean;
}

export interface PackageFile {
  path: string;
  name: string;
}

/**
 * Takes files in, those of one office by their numbers. Errors (AppError): password-needed, file-missing, cannot-read for a
 * file; whatever else is wrong with one is its `reason`.
 */
export function receiveFiles(session: Session, files: readonly PackageFile[], options: ReceiveOptions): ReceivedFile[] {
  const read = files.map((file) => ({ file, read: tryRead(file.path) }));
  const order = read
    .map((one, at) => ({ ...one, at }))
    .sort((a, b) => numberOf(a.read) - numberOf(b.read) || a.at - b.at);
  const results = order.map(({ file, read: one, at }) => ({
    at,
    result: receiveOne(session, file.name, one, options),
  }));
  return results.sort((a, b) => a.at - b.at).map(({ result }) => result);
}

function tryRead(path: string): ReadPackage | PackageFault {
  try {
    return readPackageFile(path);
  } catch (error) {
    if (error instanceof PackageFault) return error;
    throw error;
  }
}

function numberOf(read: ReadPackage | PackageFault): number {
  return read instanceof PackageFault ? 0 : read.manifest.number;
}

function receiveOne(
  session: Session,
  file: string,
  read: ReadPackage | PackageFault,
  options: ReceiveOptions,
): ReceivedFile {
  if (read instanceof PackageFault) return { ...refusedFile(file), reason: `${read.message}。` };
  const { manifest } = read;
  const head = { kind: manifest.kind, office: officeName(manifest.office), number: manifest.number };
  const reason = refusalOf(session, read, options);
  if (reason !== null) {
    const isKeyRefused = !options.acceptsKey && refusalOf(session, read, { ...options, acceptsKey: true }) === null;
    return { ...refusedFile(file), ...head, reason: `${reason}。`, isKeyRefused };
  }
  const choose: Chooser = ({ key }) =>
    (Object.hasOwn(options.settled, key) ? options.settled[key] : undefined) ??
    (options.take === 'ask' ? null : options.take);
  if (manifest.kind === RECEIPT_KIND)
    return takeReceipt(session, read, { ...refusedFile(file), ...head }, options, choose);
  const plan = planReceive(session, manifest, read, manifest.kind, choose);
  const told = tellPlan(session, plan);
  const result: ReceivedFile = { ...refusedFile(file), ...head, ...told };
  if (told.conflicts > 0) {
    const reason = `有 ${told.conflicts} 处本级和对方都改过而不相同，没有装入。请逐处选定，或全部用本级的、全部用对方的。`;
    return { ...result, isOpen: true, reason };
  }
  if (!options.dryRun) applyPlan(session, { file, read, kind: manifest.kind, plan, told });
  return { ...result, accepted: true, received: read.hash };
}

interface Taken {
  file: string;
  read: ReadPackage;
  kind: PackageKind;
  plan: ReceivePlan;
  told: ToldPlan;
}

function applyPlan(session: Session, { file, read, kind, plan, told }: Taken): void {
  const { manifest, hash, plain } = read;
  const { office, number, madeAt, claims } = manifest;
  const received: ReceivedPackage = {
    ...{ id: hash, kind, number, hash, madeAt, from: office },
    projectCount: claims.projects,
    totalFen: toFen(claims.totalFen),
    content: plain.toString('base64'),
    receivedAt: new Date().toISOString(),
    counts: {
      ...{ new: told.new, changed: told.changed, withdrawn: told.withdrawn, unchanged: told.unchanged },
      conflicts: plan.conflicts.length,
    },
    refusedKeys: plan.refusals.map(({ name, id }) => `${name}:${id}`),
    refused: told.refused,
    aliases: plan.aliases,
  };
  const label = `装入${officeName(office)}${kind}第 ${number} 号：新增 ${told.new}、改动 ${told.changed}、撤回 ${told.withdrawn} 个项目`;
  session.change('package.receive', label, (tx) => {
    addOwnColumns(tx, session.frame().ownColumns, plan.newColumns);
    writeChanges(session, tx, plan.changes);
    tx.add('receivedPackage', received.id, received);
    rememberKey(session, tx, read);
    // A county's plan is its report too, like one that came as a sheet.
    if (kind === '规划包' && isUpperPlan(session.planData())) {
      const report = { code: office.regionCode, files: [file], asOf: localDay(new Date(madeAt)), text: hash };
      writeReport(session, tx, { ...report, sent: plan.sent });
    }
  });
}
