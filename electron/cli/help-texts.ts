// All help texts as one value: the build writes them to a file, so that asking for help starts nothing.
import { COMMANDS } from './commands.ts';
import { commandHelp, overallHelp } from './help.ts';

export interface HelpTexts {
  overall: string;
  /** By the name of the command. */
  commands: Record<string, string>;
}

export function helpTexts(): HelpTexts {
  return {
    overall: overallHelp(COMMANDS),
    commands: Object.fromEntries(COMMANDS.map((command) => [command.name, commandHelp(command)])),
  };
}
