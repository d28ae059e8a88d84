// Writes what a package changes, and the key of its sender.
import type { Transaction } from '#electron/db/kinds/index.ts';
import type { ReceivedPackage } from '#shared/domain/exchange.ts';
import { officeKey } from '#shared/domain/office.ts';
import type { Project } from '#shared/domain/project.ts';
import type { PackageChange } from '#shared/package/merge-package.ts';
import { recordKey, recordsOf } from '#shared/records/records.ts';
import { AppError } from '#shared/values/app-error.ts';
import type { Session } from '../session.ts';
import { writeFact } from './local-facts.ts';
import type { ReadPackage } from './read-package.ts';

/** New projects go behind those that are here, in the order of the package. */
export function writeChanges(session: Session, tx: Transaction, changes: readonly PackageChange[]): void {
  const { projects } = session.planData();
  let position = projects.reduce((most, one) => Math.max(most, one.position), 0);
  const fresh = changes.filter(({ name, mine, next }) => name === 'projects' && mine === null && next !== null);
  const places = new Map(
    (fresh as { id: string; next: Project }[])
      .sort((a, b) => a.next.position - b.next.position)
      .map(({ id }) => {
        position += 1;
        return [id, position];
      }),
  );
  for (const { name, id, mine, next } of changes) {
    const place = name === 'projects' ? places.get(id) : undefined;
    const fact = place === undefined ? next : ({ ...next, position: place } as Project);
    writeFact(tx, name, id, fact, mine === null);
  }
}

/** The key of the first signed package holds from then on; another one only where a person said so. */
export function rememberKey(session: Session, tx: Transaction, { manifest, signer }: ReadPackage): void {
  const { office } = manifest;
  const id = officeKey(office);
  const known = recordsOf(session.planData().records, 'office-key').get(id);
  if (signer === (known?.publicKey ?? null)) return;
  const value = signer === null ? null : { office, publicKey: signer, since: new Date().toISOString() };
  tx.put('record', recordKey('office-key', id), value && { kind: 'office-key', id, value });
}

/** For whoever names a package that is not there. */
export function receivedNamed(session: Session, hash: string): ReceivedPackage {
  const found = session.receivedPackages().find((one) => one.hash === hash);
  if (!found) throw new AppError('not-found', '这个包没有装入，或者装入已撤销。');
  return found;
}
