// What two offices had in common last, fact by fact: the newest of their packages that came in here and of ours that they
// say they took in. A thing that was refused counts as it was before (SPECS H: three-way against that office's last package).
import { readContainer } from '#electron/package/container.ts';
import type { PackageKind, ReceivedPackage, SentPackage } from '#shared/domain/exchange.ts';
import { isAbove, type Office, officeKey } from '#shared/domain/office.ts';
import { adoptFacts } from '#shared/package/adopt.ts';
import type { Collection, FactOf } from '#shared/package/facts.ts';
import { PACKAGE_SPECS } from '#shared/package/package-kinds.ts';
import type { Session } from '../session.ts';
import { ownOffice } from './own-office.ts';
import { knownParts } from './part-schemas.ts';

type Fact = FactOf<Collection>;

/** Packages that came from an office, the oldest first. */
export function receivedFrom(session: Session, office: Office): ReceivedPackage[] {
  const key = officeKey(office);
  return session
    .receivedPackages()
    .filter(({ from }) => officeKey(from) === key)
    .sort((a, b) => a.number - b.number);
}

/** Packages that an office sent from this workbook. */
export function sentBy(session: Session, office: Office): SentPackage[] {
  const key = officeKey(office);
  return session.sentPackages().filter(({ from }) => officeKey(from) === key);
}

/** Ids of an office's projects that are others here. */
export function aliasesOf(session: Session, office: Office): Record<string, string> {
  return Object.assign({}, ...receivedFrom(session, office).map(({ aliases }) => aliases)) as Record<string, string>;
}

export interface LastCommon {
  baseOf(name: Collection, id: string): Fact | null;
  sentBefore(name: Collection): Iterable<string>;
}

interface Known {
  carries: readonly Collection[];
  refused: ReadonlySet<string>;
  facts(): ReadonlyMap<Collection, ReadonlyMap<string, Fact>>;
}

/** `heard`: the number of our newest package that the office had taken in; `aliases` with those of the package at hand. */
export function lastCommon(
  session: Session,
  office: Office,
  kind: PackageKind,
  heard: number,
  aliases: Readonly<Record<string, string>>,
): LastCommon {
  const received = receivedFrom(session, office);
  const own = ownOffice(session);
  const key = officeKey(office);
  // What goes up is for the office above; what goes down says for whom it is.
  const isTheirs = ({ to }: SentPackage): boolean => (to === null ? isAbove(office, own) : officeKey(to) === key);
  const sent = sentBy(session, own).filter((one) => one.number <= heard && isTheirs(one));
  const known = (one: SentPackage | ReceivedPackage): Known => ({
    carries: PACKAGE_SPECS[one.kind].carries,
    refused: new Set('refusedKeys' in one ? one.refusedKeys : []),
    facts: remember(() => {
      const { facts, frame } = knownParts(readContainer(Buffer.from(one.content, 'base64')).parts);
      const adopted = adoptFacts(facts, frame, session.planData(), aliases).facts;
      return new Map(
        PACKAGE_SPECS[one.kind].carries.map((name) => [name, new Map(adopted[name].map((fact) => [fact.id, fact]))]),
      );
    }),
  });
  const timeOf = (one: SentPackage | ReceivedPackage): string => ('receivedAt' in one ? one.receivedAt : one.madeAt);
  const newestFirst = [...received, ...sent].sort((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1)).map(known);
  const before = received.findLast((one) => one.kind === kind);
  const last = before && known(before);
  return {
    baseOf(name, id) {
      for (const one of newestFirst) {
        if (!one.carries.includes(name) || one.refused.has(`${name}:${id}`)) continue;
        const fact = one.facts().get(name)?.get(id);
        if (fact) return fact;
      }
      return null;
    },
    sentBefore: (name) => last?.facts().get(name)?.keys() ?? [],
  };
}

function remember<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= make();
    return value;
  };
}
