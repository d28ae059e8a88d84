// Packages between workbooks for tests: offices with their own files, made and received by the product's own services; and
// packages taken apart and put together again as a forger would.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePackage } from '#electron/services/package/make-package.ts';
import { chooseOffice, officeNamed } from '#electron/services/package/own-office.ts';
import type { PackageOrder } from '#electron/services/package/pack-up.ts';
import { type ReceiveOptions, receiveFiles } from '#electron/services/package/receive.ts';
import type { Session } from '#electron/services/session.ts';
import type { NewWorkbook } from '#electron/services/workbook-files.ts';
import type { ReceivedFile } from '#shared/contract/methods/package.ts';
import { blankProject, type Project } from '#shared/domain/project.ts';
import { wan } from '#shared/values/money.ts';
import { makeWorkbook, openSession } from './workbook.ts';

export interface TestOffice {
  session: Session;
  folder: string;
  /** Writes a package; gives its path. */
  send(name: string, order?: Partial<Omit<PackageOrder, 'to'>> & { to?: string }): Promise<string>;
  receive(path: string, options?: Partial<ReceiveOptions>): ReceivedFile;
  put(...projects: Project[]): void;
  /** What is in the list, by name. */
  named(name: string): Project | undefined;
}

/** A workbook of an office; '' for the office of its region. */
export function makeOffice(folder: string, office: string, spec: Partial<NewWorkbook> = {}): TestOffice {
  const { session } = openSession(makeWorkbook(folder, spec));
  if (office !== '') chooseOffice(session, office);
  return {
    session,
    folder,
    async send(name, { to, ...order } = {}) {
      const path = join(folder, name);
      await makePackage(session, path, {
        kind: '审核包',
        password: null,
        sign: undefined,
        number: undefined,
        stepOn: null,
        program: '0.0.0-test',
        keyFolder: join(folder, `keys-${office}`),
        ...order,
        to: to === undefined ? null : officeNamed(session, to),
      });
      return path;
    },
    receive(path, options = {}) {
      const usual: ReceiveOptions = { dryRun: false, take: 'ask', settled: {}, acceptsKey: false };
      const [result] = receiveFiles(session, [{ path, name: path }], { ...usual, ...options });
      return result as ReceivedFile;
    },
    put(...projects) {
      session.change('test', '测试', (tx) => {
        for (const project of projects) tx.put('project', project.id, project);
      });
    },
    named: (name) => session.planData().projects.find((project) => project.name === name),
  };
}

/** A project that no rule finds fault with. */
export function soundProject(id: string, name: string, town: string, amount: string): Project {
  const total = wan(amount);
  return {
    ...blankProject({
      id,
      position: Number(id.replace(/\D/g, '')) || 1,
      categoryId: 'county.industry.planting',
      regionCode: '530402',
    }),
    ...{ name, town, village: null, nature: '新建', content: `${name}的内容`, startAt: '2021', endAt: '2021' },
    amounts: { total, bySource: { other: total }, byYear: { '2021': total }, cells: {} },
  };
}

export interface Taken {
  manifest: Record<string, unknown>;
  signature: Buffer;
  parts: Buffer[];
}

const MARK = 8;
const HASH = 32;

/** A package taken apart. */
export function takeApart(bytes: Buffer): Taken {
  const pieces: Buffer[] = [];
  for (let at = MARK + HASH; at < bytes.length; ) {
    const size = bytes.readUInt32BE(at);
    pieces.push(bytes.subarray(at + 4, at + 4 + size));
    at += 4 + size;
  }
  const [manifest = Buffer.alloc(0), signature = Buffer.alloc(0), ...parts] = pieces;
  return { manifest: JSON.parse(manifest.toString('utf8')) as Record<string, unknown>, signature, parts };
}

/** Put together again, with the hash of the whole made right. */
export function putTogether({ manifest, signature, parts }: Taken, manifestText = JSON.stringify(manifest)): Buffer {
  const sized = [Buffer.from(manifestText), signature, ...parts].flatMap((piece) => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(piece.length);
    return [size, piece];
  });
  const rest = Buffer.concat(sized);
  return Buffer.concat([Buffer.from('XJPKG01\n'), createHash('sha256').update(rest).digest(), rest]);
}

export function writeIn(folder: string, name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}
