// 上报、装入、退回.
import { written } from '#electron/services/export.ts';
import { makePackage } from '#electron/services/package/make-package.ts';
import { chooseOffice, officeNamed, ownOffice } from '#electron/services/package/own-office.ts';
import { listPackages, readReported } from '#electron/services/package/read-exchange.ts';
import { writeReceipt } from '#electron/services/package/receipt.ts';
import { receiveFiles } from '#electron/services/package/receive.ts';
import { officeName } from '#shared/domain/office.ts';
import { officesUnder } from '#shared/package/offices.ts';
import { kindsOf, usualKind } from '#shared/package/package-kinds.ts';
import { OWN_OFFICE } from '#shared/records/exchange.ts';
import { recordsOf } from '#shared/records/records.ts';
import { totalOf } from '#shared/versions/compare.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names = Extract<keyof Handlers, `package.${string}`>;

/** Beneath the program's folder on this machine. */
export const KEY_FOLDER = 'office-keys';

export function packageHandlers(
  context: AppContext,
  place: { program: string; keyFolder: string },
): Pick<Handlers, Names> {
  return {
    'package.office': () => {
      const session = context.session();
      const data = session.planData();
      const office = ownOffice(session);
      return {
        office,
        isChosen: recordsOf(data.records, 'office').has(OWN_OFFICE),
        name: officeName(office),
        kinds: kindsOf(office.level),
        usual: usualKind(office.level, false),
        beneath: officesUnder(data, office).map(({ name }) => name),
      };
    },
    'package.chooseOffice': ({ name }) => ({ name: officeName(chooseOffice(context.session(), name)) }),
    'package.make': async ({ token, kind, to, password, sign, number, stepOn }) => {
      const session = context.session();
      const target = context.tokens.take(token);
      const office = ownOffice(session);
      const receiver = to === undefined ? null : officeNamed(session, to);
      const made = await makePackage(session, target, {
        kind: kind ?? usualKind(office.level, receiver !== null),
        to: receiver,
        password: password ?? null,
        ...{ sign, number, stepOn, ...place },
      });
      context.lastWritten = target;
      const { sent, annex, isSigned, notes } = made;
      return {
        ...written(target),
        ...{ kind: sent.kind, office: officeName(office), number: sent.number, projects: sent.projectCount },
        ...{ totalFen: sent.totalFen, annex: written(annex).name, isSigned, notes },
      };
    },
    'package.receive': ({ tokens, ...options }) => {
      const session = context.session();
      const files = tokens.map((token) => {
        const path = context.tokens.look(token);
        return { path, name: written(path).name };
      });
      const received = receiveFiles(session, files, options);
      const { projects } = session.planData();
      return { files: received, projects: projects.length, totalFen: totalOf(projects) };
    },
    'package.receipt': async ({ token, received }) => {
      const target = context.tokens.take(token);
      await writeReceipt(context.session(), target, received, place);
      context.lastWritten = target;
      return written(target);
    },
    'package.list': () => ({ packages: listPackages(context.session()) }),
    'package.reported': (input) => readReported(context.session(), input),
  };
}
