// The whole backend in process, with a shell whose dialogs answer what the test says.
import { join } from 'node:path';
import { type App, createApp } from '#electron/app/create-app.ts';
import type { Shell } from '#electron/app/ports.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import type { MethodInput, MethodName, MethodOutput } from '#shared/contract/methods.ts';
import type { ReplyError } from '#shared/contract/reply.ts';
import { PLACES_FILE } from '../../build/pack-places.ts';

export interface TestApp {
  app: App;
  events: AppEvent[];
  /** Answers for the next dialogs. */
  answers: { open: string[]; save: string | null };
  revealed: string[];
  /** Calls a method and throws its error reply. */
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
  /** Calls a method that must fail. */
  refuse<M extends MethodName>(method: M, input: MethodInput<M>): Promise<ReplyError>;
  /** A save token for a file in the folder. */
  saveToken(name: string): string;
  openToken(path: string): string;
}

export function makeTestApp(folder: string): TestApp {
  const events: AppEvent[] = [];
  const revealed: string[] = [];
  const answers: TestApp['answers'] = { open: [], save: null };
  const shell: Shell = {
    openFiles: async () => answers.open,
    saveFile: async () => answers.save,
    revealFile: async (path) => {
      revealed.push(path);
    },
    svgToPng: async (svgs) => svgs.map((svg) => Buffer.from(svg)),
  };
  const faults: unknown[] = [];
  const app = createApp({
    shell,
    dataFolder: join(folder, 'profile'),
    placesFile: PLACES_FILE,
    licencesFile: join(folder, 'licences.json'),
    newestFaults: () => ['2026-11-30T00:00:00.000Z projects.edit TypeError at edit (main.js:1:1)'],
    version: '0.0.0-test',
    checkOutput: true,
    logFault: (_, error) => faults.push(error),
  });
  app.subscribe((event) => events.push(event));
  return {
    app,
    events,
    answers,
    revealed,
    async call(method, input) {
      const reply = await app.dispatch(method, input);
      if (!reply.ok)
        throw new Error(`${method}: ${reply.error.code}: ${reply.error.message}`, { cause: faults.at(-1) });
      return reply.value as never;
    },
    async refuse(method, input) {
      const reply = await app.dispatch(method, input);
      if (reply.ok) throw new Error(`${method} was expected to fail`);
      return reply.error;
    },
    saveToken: (name) => app.grantFile(join(folder, name)).token,
    openToken: (path) => app.grantFile(path).token,
  };
}
