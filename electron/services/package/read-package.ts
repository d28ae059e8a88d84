// Reading a package file: its size, a password, the container, the parts, the signature, the claims. Whatever is wrong is
// told in one sentence; nothing of the workbook is looked at here.
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { MOST_PACKAGE_BYTES, type OpenedPackage, PackageFault, readContainer } from '#electron/package/container.ts';
import { isSealed, unsealPackage } from '#electron/package/sealed.ts';
import { signerOf } from '#electron/package/signing.ts';
import { claimsOf } from '#shared/package/claims.ts';
import { RECEIPT_KIND } from '#shared/package/manifest.ts';
import { PACKAGE_SPECS } from '#shared/package/package-kinds.ts';
import { AppError } from '#shared/values/app-error.ts';
import { toFen, wanText } from '#shared/values/money.ts';
import { type PackageContent, readParts } from './part-schemas.ts';

export interface ReadPackage extends OpenedPackage, PackageContent {
  /** The package as it was before a password sealed it. */
  plain: Buffer;
  /** Public key, base64; null: not signed. */
  signer: string | null;
}

/** Reads a package. Throws AppError file-missing, cannot-read, password-needed; PackageFault for what is no sound package. */
export function readPackageFile(path: string): ReadPackage {
  let bytes: Buffer;
  try {
    if (statSync(path).size > MOST_PACKAGE_BYTES) throw new PackageFault('文件太大，不是正常的上报包');
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof PackageFault) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new AppError('file-missing', `找不到文件“${basename(path)}”。请检查文件名和路径。`);
    throw new AppError('cannot-read', `不能读取文件“${basename(path)}”。请检查它是不是文件、是否有读取权限。`);
  }
  return readPackageBytes(isSealed(bytes) ? unsealPackage(path, bytes) : bytes);
}

/** Throws PackageFault. */
export function readPackageBytes(plain: Buffer): ReadPackage {
  const opened = readContainer(plain);
  const { manifest } = opened;
  const signer = signerOf(opened.signature, opened.manifestBytes);
  if (signer === undefined) throw new PackageFault('签名与内容不符，包被改动过');
  const allowed: readonly string[] =
    manifest.kind === RECEIPT_KIND
      ? ['frame', 'events', 'receipt']
      : ['frame', 'findings', ...PACKAGE_SPECS[manifest.kind].carries];
  const stray = manifest.parts.find(({ name }) => !allowed.includes(name));
  if (stray) throw new PackageFault(`${manifest.kind}里不应有“${stray.name}”`);
  const content = readParts(opened.parts);
  const claims = claimsOrFault(content);
  if (JSON.stringify(claims) !== JSON.stringify(manifest.claims))
    throw new PackageFault(
      `清单写 ${manifest.claims.projects} 个项目、${wanOf(manifest.claims)} 万元，里面是 ${claims.projects} 个、${wanOf(claims)} 万元；个数、合计或分类、分来源的数不符`,
    );
  return { ...opened, ...content, plain, signer };
}

function wanOf({ totalFen }: { totalFen: number }): string {
  return wanText(toFen(totalFen));
}

function claimsOrFault({ facts, frame }: PackageContent) {
  try {
    return claimsOf(facts.projects, frame);
  } catch (error) {
    if (error instanceof RangeError) throw new PackageFault('金额合计大得不合常理');
    throw error;
  }
}
