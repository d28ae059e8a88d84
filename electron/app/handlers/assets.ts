// 资产.
import { disposeOf, proposeFromProjects, removeAssets, saveAsset } from '#electron/services/assets/edit-assets.ts';
import { importAssets } from '#electron/services/assets/import-assets.ts';
import { proposeAssets } from '#shared/assets/propose-assets.ts';
import { assetStage } from '#shared/domain/asset.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names = Extract<keyof Handlers, `assets.${string}`>;

export function assetHandlers(context: AppContext): Pick<Handlers, Names> {
  return {
    'assets.list': ({ asOf }) => {
      const session = context.session();
      const data = session.planData();
      const assets = session.assets();
      const names = new Map(data.projects.map(({ id, name }) => [id, name]));
      return {
        rows: assets.map((asset) => ({
          asset,
          stage: assetStage(asset),
          projects: asset.projectIds.flatMap((id) => names.get(id) ?? []),
        })),
        originalFen: assets.reduce((sum, { originalFen }) => sum + (originalFen ?? 0), 0),
        unregistered: proposeAssets(data, session.execution(), assets, asOf).length,
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
    'assets.propose': ({ asOf, take }) => ({ assets: proposeFromProjects(context.session(), asOf, take) }),
  };
}
