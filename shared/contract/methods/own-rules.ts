// Own rules (自定义审核) as files; reading and saving single ones goes through records.
import { z } from 'zod';
import type { RuleImport } from '../../checks/own/rule-file.ts';
import { typed, written } from '../shapes.ts';
import { command } from './define.ts';

export const OWN_RULE_METHODS = {
  'rules.export': command(
    'Writes the own rules (自定义审核) to a file.',
    z.object({ token: z.string() }),
    written.extend({ rules: z.number() }),
  ),
  'rules.import': command(
    'Takes in the own rules of a file that are not there yet, as one undo step.',
    z.object({ token: z.string() }),
    typed<RuleImport>(),
  ),
} as const;
