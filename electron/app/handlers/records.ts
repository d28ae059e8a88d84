// Records of the workbook and what its screens looked like.
import { listRecords, rememberView, saveRecords, viewState } from '#electron/services/records.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names = 'records.list' | 'records.save' | 'view.get' | 'view.set';

export function recordHandlers(context: AppContext): Pick<Handlers, Names> {
  return {
    'records.list': (args) => listRecords(context.session(), args),
    'records.save': (args) => saveRecords(context.session(), args),
    'view.get': ({ key }) => ({ value: viewState(context.session(), key) }),
    'view.set': ({ key, value }) => {
      rememberView(context.session(), key, value);
      return {};
    },
  };
}
