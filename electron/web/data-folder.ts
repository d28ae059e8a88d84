// Where the program remembers things of this machine: the same folder that Electron uses, so that both know the same files.
import { homedir } from 'node:os';
import path from 'node:path';

/** The folder's name in the user's profile. */
export const DATA_FOLDER_NAME = 'xianjie-workbench';

/** XIANJIE_DATA names another one (tests, portable use). */
export function findDataFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  if (env.XIANJIE_DATA !== undefined && env.XIANJIE_DATA !== '') return path.resolve(env.XIANJIE_DATA);
  if (platform === 'win32') return path.join(env.APPDATA ?? path.join(home, 'AppData', 'Roaming'), DATA_FOLDER_NAME);
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', DATA_FOLDER_NAME);
  return path.join(env.XDG_CONFIG_HOME ?? path.join(home, '.config'), DATA_FOLDER_NAME);
}
