// 回执: what became of a package goes back to its sender, with the projects that were sent back. The sender takes it in like a
// package: it stands beside what was sent, and returned projects show 退回.

import { writeTables } from '#electron/excel/write/tables.ts';
import { replaceFile } from '#electron/files/replace-file.ts';
import { writeContainer } from '#electron/package/container.ts';
import { hasKey, openKey, signManifest } from '#electron/package/signing.ts';
import type { ReceivedFile } from '#shared/contract/methods/package.ts';
import type { Receipt, ReceivedPackage } from '#shared/domain/exchange.ts';
import { officeName } from '#shared/domain/office.ts';
import { projectLives } from '#shared/life/board.ts';
import { chooseFacts, packageFrame } from '#shared/package/choose-facts.ts';
import { claimsOf } from '#shared/package/claims.ts';
import { NO_FACTS } from '#shared/package/facts.ts';
import { RECEIPT_KIND } from '#shared/package/manifest.ts';
import { makeScope } from '#shared/package/offices.ts';
import { receiptTable } from '#shared/package/receipt-table.ts';
import { AppError } from '#shared/values/app-error.ts';
import { assertOtherFile } from '../export.ts';
import { addOwnColumns } from '../frame/write-frame.ts';
import type { Session } from '../session.ts';
import { aliasesOf, sentBy } from './last-common.ts';
import { localFacts } from './local-facts.ts';
import { ownOffice } from './own-office.ts';
import { type Chooser, planReceive } from './plan-receive.ts';
import type { ReadPackage } from './read-package.ts';
import { tellPlan } from './receive-rows.ts';
import { receivedNamed, rememberKey, writeChanges } from './write-changes.ts';

const EVERY_DAY = '9999-12-31';

/** How a package was taken in, as it stands now: projects that were returned since are named too. */
export function receiptOf(session: Session, received: ReceivedPackage): Receipt {
  const data = session.planData();
  const isTheirs = makeScope(data, received.from);
  const returned = projectLives(data, session.execution(), EVERY_DAY).flatMap(({ project, life }) =>
    life.returned === null || !isTheirs(project)
      ? []
      : [
          {
            projectId: project.id,
            name: project.name,
            reason: life.returned.reason || life.returned.opinion,
            dueDate: life.returned.dueDate,
          },
        ],
  );
  const { number, hash, receivedAt, counts, refused, projectCount } = received;
  return {
    ...{ number, hash, receivedAt, refused, returned },
    by: officeName(ownOffice(session)),
    projects: projectCount,
    adopted: counts.new + counts.changed + counts.unchanged,
    conflicts: counts.conflicts,
  };
}

/** Writes receipts: 收件登记表 as .xlsx, else the file for the sender, which is of one package. Errors of writing. */
export async function writeReceipt(
  session: Session,
  target: string,
  hashes: readonly string[],
  { program, keyFolder }: { program: string; keyFolder: string },
): Promise<void> {
  assertOtherFile(target, session.file.path);
  const all = hashes.map((hash) => receivedNamed(session, hash));
  if (target.toLowerCase().endsWith('.xlsx')) {
    const rows = all.map((one) => ({ received: one, receipt: receiptOf(session, one) }));
    await writeTables(target, [receiptTable(ownOffice(session), rows)], { code: '' });
    return;
  }
  const [one, ...more] = all;
  if (!one || more.length > 0)
    throw new AppError(
      'invalid-input',
      '一个回执文件只给一个单位的一个包；几个包请逐个写，或写成 .xlsx 的收件登记表。',
    );
  await replaceFile(target, receiptBytes(session, one, { program, keyFolder }));
}

function receiptBytes(
  session: Session,
  received: ReceivedPackage,
  { program, keyFolder }: { program: string; keyFolder: string },
): Buffer {
  const data = session.planData();
  const { plan, reference } = data;
  const office = ownOffice(session);
  const receipt = receiptOf(session, received);
  const isReturned = new Set(receipt.returned.map(({ projectId }) => projectId));
  const theirs = new Map(Object.entries(aliasesOf(session, received.from)).map(([their, mine]) => [mine, their]));
  const idOf = (id: string): string => theirs.get(id) ?? id;
  const { events } = chooseFacts(
    localFacts(session),
    '退回包',
    ({ id }) => isReturned.has(id),
    () => false,
  );
  const frame = packageFrame({ reference });
  const key = hasKey(keyFolder, office) ? openKey(keyFolder, office) : null;
  return writeContainer(
    {
      ...{ program, kind: RECEIPT_KIND, office, to: received.from, scheme: plan.scheme },
      region: { code: plan.regionCode, name: plan.regionName },
      period: { firstYear: plan.firstYear, lastYear: plan.lastYear },
      fundYear: plan.fundYear ?? plan.lastYear,
      ...{ number: received.number, basedOn: 0, heard: received.number },
      madeAt: new Date().toISOString(),
      claims: claimsOf(NO_FACTS.projects, frame),
    },
    {
      frame: [frame],
      events: events.map((event) => ({ ...event, projectId: idOf(event.projectId) })),
      receipt: [{ ...receipt, returned: receipt.returned.map((row) => ({ ...row, projectId: idOf(row.projectId) })) }],
    },
    key === null ? undefined : (manifest) => signManifest(key, manifest),
  );
}

/** Takes a receipt in: it belongs to a package that went out from here. */
export function takeReceipt(
  session: Session,
  read: ReadPackage,
  head: ReceivedFile,
  { dryRun }: { dryRun: boolean },
  choose: Chooser,
): ReceivedFile {
  const { receipt, manifest } = read;
  if (receipt === null) return { ...head, reason: '回执里没有内容。' };
  const sent = sentBy(session, ownOffice(session)).find(({ hash }) => hash === receipt.hash);
  if (!sent) return { ...head, reason: `这是第 ${receipt.number} 号包的回执，本工作簿没有发出过那个包。` };
  if (sent.receipt !== null && sent.receipt.receivedAt > receipt.receivedAt)
    return { ...head, reason: '已有这个包更晚的回执，没有改动。' };
  const plan = planReceive(session, manifest, read, '退回包', choose);
  const told = tellPlan(session, plan);
  const result = { ...head, ...told };
  if (told.conflicts > 0)
    return { ...result, isOpen: true, reason: `有 ${told.conflicts} 处与本级的改动不同，没有装入。` };
  if (!dryRun) {
    const label = `收到${head.office}的回执：${sent.kind}第 ${sent.number} 号，退回 ${receipt.returned.length} 个项目`;
    session.change('package.receive', label, (tx) => {
      tx.put('sentPackage', sent.id, { ...sent, receipt });
      addOwnColumns(tx, session.frame().ownColumns, plan.newColumns);
      writeChanges(session, tx, plan.changes);
      rememberKey(session, tx, read);
    });
  }
  return { ...result, accepted: true };
}
