// 公示台账.
import { closePostings } from '#electron/services/postings/close-postings.ts';
import { registerPrinted, removePostings, savePosting } from '#electron/services/postings/edit-postings.ts';
import { importPostings } from '#electron/services/postings/import-postings.ts';
import {
  findOnPostings,
  readMatrix,
  readProjectPostings,
  readRegisterView,
} from '#electron/services/postings/read-postings.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names = Extract<keyof Handlers, `notices.${string}`>;

export function postingHandlers(context: AppContext): Pick<Handlers, Names> {
  return {
    'notices.read': ({ asOf }) => readRegisterView(context.session(), asOf),
    'notices.ofProject': ({ id, asOf }) => ({ rows: readProjectPostings(context.session(), id, asOf) }),
    'notices.matrix': ({ asOf }) => readMatrix(context.session(), asOf),
    'notices.save': ({ posting, today }) => ({ id: savePosting(context.session(), posting, today) }),
    'notices.registerPrinted': ({ job, today, ...said }) => ({
      id: registerPrinted(context.session(), job, said, today),
    }),
    'notices.remove': ({ ids }) => {
      removePostings(context.session(), ids);
      return {};
    },
    'notices.close': (choices) => closePostings(context.session(), choices),
    'notices.import': ({ token, pairs, ...options }) =>
      importPostings(context.session(), options.dryRun ? context.tokens.look(token) : context.tokens.take(token), {
        ...options,
        pairs: new Map(Object.entries(pairs).map(([row, id]) => [Number(row), id])),
      }),
    'notices.check': ({ asOf }) => findOnPostings(context.session(), asOf),
  };
}
