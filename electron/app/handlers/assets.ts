// 资产.
import { disposeOf, proposeFromProjects, removeAssets, saveAsset } from '#electron/services/assets/edit-assets.ts';
import { importAssets } from '#electron/services/assets/import-assets.ts';
import { assetRows } from '#electron/services/assets/list-assets.ts';
import { proposeAssets } from '#shared/assets/propose-assets.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names = Extract<keyof Handlers, `assets.${string}`>;

export function assetHandlers(context: AppContext): Pick<Handlers, Names> {
  return {
    'assets.list': ({ asOf }) => {
      const session = context.session();
      const data = session.planData();
      const assets = session.assets();
      return {
        rows: assetRows(data, assets, asOf),
        originalFen: assets.reduce((sum, { originalFen }) => sum + (originalFen ?? 0), 0),
        unregistered: proposeAssets(data, session.execution(), assets, asOf).length,
      };
    },
    'assets.count': () => ({ count: context.session().assets().length }),
    'assets.ofProject': ({ id, asOf }) => {
      const session = context.session();
      const data = session.planData();
      const assets = session.assets();
      const own = assets.filter(({ projectIds }) => projectIds.includes(id));
      const offered = own.length > 0 ? [] : proposeAssets(data, session.execution(), assets, asOf);
      return {
        rows: assetRows(data, own, asOf),
        isLacking: offered.some(({ projectIds }) => projectIds.includes(id)),
      };
    },
    'assets.save': ({ asset }) => ({ id: saveAsset(context.session(), asset) }),
    'assets.remove': ({ ids }) => {
      removeAssets(context.session(), ids);
      return {};
    },
    'assets.dispose': ({ id, ...disposal }) => {
      disposeOf(context.session(), id, disposal);
      return {};
    },
    'assets.import': ({ token, dryRun }) =>
      importAssets(context.session(), dryRun ? context.tokens.look(token) : context.tokens.take(token), dryRun),
    'assets.propose': ({ asOf, take, projectIds }) => ({
      assets: proposeFromProjects(context.session(), asOf, take ? { projectIds } : null),
    }),
  };
}
