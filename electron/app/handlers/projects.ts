// The project list: reading and changing it.
import { originsOfProjects } from '#electron/db/provenance.ts';
import { breakDownProjects } from '#electron/services/break-down.ts';
import { editProjects, setMatrix, tryEdits } from '#electron/services/project-edit.ts';
import {
  addProjects,
  arrangeProjects,
  duplicateProjects,
  moveProjects,
  projectSources,
  removeProjects,
} from '#electron/services/projects.ts';
import { proposeBreakdown } from '#shared/tables/break-down.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names =
  | 'projects.list'
  | 'projects.get'
  | 'projects.edit'
  | 'projects.tryEdit'
  | 'projects.add'
  | 'projects.remove'
  | 'projects.duplicate'
  | 'projects.move'
  | 'projects.arrange'
  | 'projects.setMatrix'
  | 'projects.proposeBreakdown'
  | 'projects.breakDown'
  | 'projects.sources'
  | 'projects.origins';

export function projectHandlers(context: AppContext): Pick<Handlers, Names> {
  return {
    'projects.list': () => ({ projects: [...context.session().planData().projects] }),
    'projects.get': ({ ids }) => {
      const wanted = new Set(ids);
      return {
        projects: context
          .session()
          .planData()
          .projects.filter((project) => wanted.has(project.id)),
      };
    },
    'projects.edit': (args) => editProjects(context.session(), args),
    'projects.tryEdit': (args) => ({ rejected: tryEdits(context.session(), args) }),
    'projects.add': (args) => ({ ids: addProjects(context.session(), args) }),
    'projects.remove': ({ ids }) => ({ removed: removeProjects(context.session(), ids) }),
    'projects.duplicate': ({ ids }) => ({ ids: duplicateProjects(context.session(), ids) }),
    'projects.move': (args) => ({ moved: moveProjects(context.session(), args) }),
    'projects.arrange': ({ ids }) => ({ moved: arrangeProjects(context.session(), ids) }),
    'projects.setMatrix': (args) => setMatrix(context.session(), args),
    'projects.proposeBreakdown': ({ method }) => proposeBreakdown(context.session().planData(), method),
    'projects.breakDown': (args) => ({ changed: breakDownProjects(context.session(), args) }),
    'projects.sources': ({ id }) => ({ sources: projectSources(context.session(), id) }),
    'projects.origins': () => ({ origins: Object.fromEntries(originsOfProjects(context.session().file.db)) }),
  };
}
