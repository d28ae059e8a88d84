// The log of changes.
import { archiveHistory } from '#electron/services/archive/archive-history.ts';
import { describeChangeSet, listHistory, projectHistory } from '#electron/services/history.ts';
import { revertChangeSet } from '#electron/services/revert.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names =
  | 'history.undo'
  | 'history.redo'
  | 'history.revert'
  | 'history.archive'
  | 'history.list'
  | 'history.detail'
  | 'history.ofProject';

export function historyHandlers(context: AppContext): Pick<Handlers, Names> {
  return {
    'history.undo': ({ through }) => {
      const session = context.session();
      session.undo(through);
      return session.status();
    },
    'history.redo': () => {
      const session = context.session();
      session.redo();
      return session.status();
    },
    'history.revert': ({ id }) => {
      const session = context.session();
      revertChangeSet(session, id);
      return session.status();
    },
    'history.archive': (args) => archiveHistory(context.session(), args),
    'history.list': (args) => ({ changeSets: listHistory(context.session(), args) }),
    'history.detail': ({ id }) => describeChangeSet(context.session(), id),
    'history.ofProject': (args) => projectHistory(context.session(), args),
  };
}
