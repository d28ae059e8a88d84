// The log of changes.
import { describeChangeSet, listHistory } from '#electron/services/history.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names = 'history.undo' | 'history.redo' | 'history.list' | 'history.detail';

export function historyHandlers(context: AppContext): Pick<Handlers, Names> {
  return {
    'history.undo': () => {
      const session = context.session();
      session.undo();
      return session.status();
    },
    'history.redo': () => {
      const session = context.session();
      session.redo();
      return session.status();
    },
    'history.list': (args) => ({ changeSets: listHistory(context.session(), args) }),
    'history.detail': ({ id }) => describeChangeSet(context.session(), id),
  };
}
