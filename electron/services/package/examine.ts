// Whether a sound package may be taken into this workbook: from an office beneath (or above), for this plan, in order, by the
// key that is known. Each refusal says why and what to do.
import { fingerprint } from '#electron/package/signing.ts';
import { isAbove, type Office, officeKey, officeName } from '#shared/domain/office.ts';
import { RECEIPT_KIND } from '#shared/package/manifest.ts';
import { isUnderRegion, makeScope } from '#shared/package/offices.ts';
import { PACKAGE_SPECS } from '#shared/package/package-kinds.ts';
import { recordsOf } from '#shared/records/records.ts';
import { localMinute } from '#shared/values/local-time.ts';
import type { Session } from '../session.ts';
import { receivedFrom } from './last-common.ts';
import { ownOffice } from './own-office.ts';
import type { ReadPackage } from './read-package.ts';

export interface ExamineOptions {
  /** The office was asked and says that the other key, or none, is right. */
  acceptsKey: boolean;
}

/** Why a package is not taken in; null: nothing stands against it. */
export function refusalOf(session: Session, read: ReadPackage, { acceptsKey }: ExamineOptions): string | null {
  const { manifest } = read;
  const own = ownOffice(session);
  return (
    refuseOffice(session, read, own) ??
    refusePeriod(session, read) ??
    (acceptsKey ? null : refuseKey(session, read)) ??
    (manifest.kind === RECEIPT_KIND ? null : refuseOrder(session, read))
  );
}

function refuseOffice(session: Session, { manifest }: ReadPackage, own: Office): string | null {
  const { office, to, kind } = manifest;
  const { reference } = session.planData();
  if (officeKey(office) === officeKey(own)) return `这是${officeName(own)}自己发出的${kind}，不用装入`;
  const isDown = kind === RECEIPT_KIND || PACKAGE_SPECS[kind].direction === 'down';
  if (!isDown && !PACKAGE_SPECS[kind].from.includes(office.level)) return `${officeName(office)}不能出“${kind}”`;
  if (isDown) {
    if (to === null || officeKey(to) !== officeKey(own))
      return `这个${kind}是给${to ? officeName(to) : '别的单位'}的，本工作簿的单位是${officeName(own)}；单位不对的，请先选定本单位`;
    if (!isAbove(office, own)) return `${officeName(office)}不是${officeName(own)}的上级，不能给它发“${kind}”`;
    return isUnderRegion(reference, own.regionCode, office.regionCode)
      ? null
      : `${officeName(office)}不是${officeName(own)}的上级（地区代码 ${office.regionCode}）`;
  }
  if (!isAbove(own, office)) return `${kind}应由上级装入，${officeName(own)}不是${officeName(office)}的上级`;
  if (!isUnderRegion(reference, office.regionCode, own.regionCode))
    return `${officeName(office)}（地区代码 ${office.regionCode}，${manifest.region.name}）不在${officeName(own)}的范围内，是不是发错了单位`;
  // A village of another town: its place is in the manifest.
  const place = { ...office, unit: null, department: null, implementer: null };
  if (own.level === '乡镇' && !makeScope(session.planData(), own)(place))
    return `${officeName(office)}不属于${officeName(own)}`;
  return null;
}

function refusePeriod(session: Session, { manifest }: ReadPackage): string | null {
  const { firstYear, lastYear } = session.planData().plan;
  const { period } = manifest;
  if (period.firstYear === firstYear && period.lastYear === lastYear) return null;
  return `包的规划期是 ${period.firstYear}—${period.lastYear} 年，本工作簿是 ${firstYear}—${lastYear} 年，不能装入`;
}

function refuseKey(session: Session, { manifest, signer }: ReadPackage): string | null {
  const known = recordsOf(session.planData().records, 'office-key').get(officeKey(manifest.office));
  if (!known || known.publicKey === signer) return null;
  const what = signer === null ? '没有签名' : `签名的公钥（${fingerprint(signer)}）换了`;
  return `${officeName(manifest.office)}以前的包有签名（公钥 ${fingerprint(known.publicKey)}），这个包${what}。请打电话向对方核实；确是对方换了电脑或不再签名的，用“认可新公钥”装入`;
}

function refuseOrder(session: Session, { manifest, hash }: ReadPackage): string | null {
  const { office, kind, number } = manifest;
  const before = receivedFrom(session, office);
  const same = before.find((one) => one.hash === hash);
  if (same) return `${officeName(office)}${kind}第 ${number} 号已在 ${localMinute(same.receivedAt)} 装入，没有改动`;
  const twin = before.find((one) => one.number === number);
  if (twin)
    return `${officeName(office)}第 ${number} 号以前装入过另一个包（${twin.kind}，${localMinute(twin.madeAt)} 打包），编号相同内容不同。请对方核对后用新的编号重报`;
  const last = before.findLast((one) => one.kind === kind);
  if (last && last.number > number)
    return `已经装入${officeName(office)}${kind}第 ${last.number} 号，这是更早的第 ${number} 号，不再装入；要退回以前的内容请让对方重新上报`;
  return null;
}
