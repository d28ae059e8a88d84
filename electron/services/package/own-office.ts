// 本单位: who works in the workbook. Where nobody said, it is the office of the plan's own region.
import { type Office, officeKey, officeName } from '#shared/domain/office.ts';
import { findOffice, usualOffice } from '#shared/package/offices.ts';
import { OWN_OFFICE } from '#shared/records/exchange.ts';
import { recordKey, recordsOf } from '#shared/records/records.ts';
import { AppError } from '#shared/values/app-error.ts';
import type { Session } from '../session.ts';

export function ownOffice(session: Session): Office {
  const data = session.planData();
  return recordsOf(data.records, 'office').get(OWN_OFFICE) ?? usualOffice(data);
}

/** The office that a name means. Throws AppError not-found with those there are. */
export function officeNamed(session: Session, name: string): Office {
  const found = findOffice(session.planData(), name);
  if ('office' in found) return found.office;
  const some = found.known.slice(0, 12).join('、');
  throw new AppError(
    'not-found',
    `没有找到单位“${name}”。本工作簿知道的有：${some}${found.known.length > 12 ? `等 ${found.known.length} 个` : ''}。部门请先加到“规划设置”的“单位”里。`,
  );
}

/**
 * Says once whose workbook it is; a copy of the county's may become a town's. Errors (AppError): not-found; invalid-input
 * where packages went out or came in under another chosen office: numbers and receipts belong to that one.
 */
export function chooseOffice(session: Session, name: string): Office {
  const office = officeNamed(session, name);
  const before = ownOffice(session);
  if (officeKey(before) === officeKey(office)) return before;
  const isChosen = recordsOf(session.planData().records, 'office').has(OWN_OFFICE);
  if (isChosen && (session.sentPackages().length > 0 || session.receivedPackages().length > 0))
    throw new AppError(
      'invalid-input',
      `这个工作簿的单位是${officeName(before)}，已经上报或装入过，不能改成${officeName(office)}。请用${officeName(office)}自己的工作簿。`,
    );
  session.change('package.office', `本单位定为${officeName(office)}`, (tx) =>
    tx.put('record', recordKey('office', OWN_OFFICE), { kind: 'office', id: OWN_OFFICE, value: office }),
  );
  return office;
}
