// The workbook as a file and what it knows besides projects: dialogs, open, close, back up, reference data, records.
import { z } from 'zod';
import type { Damage, FileHealth } from '../../domain/file-health.ts';
import type { PlanInfo, ReferenceData } from '../../domain/reference.ts';
import type { CodedState } from '../../domain/state-code.ts';
import { FILE_KINDS, fileRef, foundPlace, recentFile, typed, workbookStatus, written } from '../shapes.ts';
import { command, nothing, query } from './define.ts';

const verified = z.object({
  ok: z.boolean(),
  problems: z.array(z.string()),
  damage: z.array(typed<Damage>()),
  /** What is good to know and no problem: archives of the log, found or elsewhere. */
  notes: z.array(z.string()),
  head: z.string(),
});

export const WORKBOOK_METHODS = {
  'app.status': query(
    'The open workbook, recently used files and the places that workbooks were last made for.',
    nothing,
    z.object({
      version: z.string(),
      /** Who makes changes here, as the log names them. */
      author: z.string(),
      workbook: workbookStatus.nullable(),
      recent: z.array(recentFile),
      recentPlaces: z.array(foundPlace),
      /** A file that could not be opened and is to be restored; said once. */
      restore: fileRef.nullable(),
    }),
  ),
  'app.diagnostics': query(
    'What maintainers ask for: versions, system, state of the file, the newest faults; no names, paths or words of the user.',
    nothing,
    z.object({ text: z.string() }),
  ),
  'app.licences': query(
    'The parts of others that the program holds, each with its licence.',
    nothing,
    z.object({
      parts: z.array(z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() })),
    }),
  ),
  'app.setAuthor': command(
    'Sets the name under which changes stand in the log; blank: the account of this machine.',
    z.object({ name: z.string().trim().max(20) }),
    nothing,
  ),
  'places.find': query(
    'Places of the country by a part of the name, names from above, pinyin or code; `nearest` to a code that is none.',
    z.object({ text: z.string().max(100), limit: z.number().int().min(1).max(1000).default(20) }),
    z.object({
      places: z.array(foundPlace),
      /** There are further ones. */
      hasMore: z.boolean(),
      nearest: z.array(foundPlace),
      /** Where the names come from. */
      source: z.string(),
    }),
  ),
  'files.chooseOpen': command(
    'Shows the open dialog; an empty list means it was cancelled.',
    z.object({ kind: z.enum(FILE_KINDS), multiple: z.boolean().default(false), title: z.string() }),
    z.object({ files: z.array(fileRef) }),
  ),
  'files.chooseSave': command(
    'Shows the save dialog; null means it was cancelled.',
    z.object({ kind: z.enum(FILE_KINDS), suggestedName: z.string(), title: z.string() }),
    z.object({ file: fileRef.nullable() }),
  ),
  'files.receive': command(
    'Takes in a file dropped on the window.',
    z.object({ name: z.string().max(255), base64: z.string() }),
    z.object({ file: fileRef }),
  ),
  'files.recent': command(
    'A token for a recently used workbook.',
    z.object({ id: z.string() }),
    z.object({ file: fileRef }),
  ),
  'files.unlock': command(
    'Takes in the password of a file; the call that asked for it is tried again then.',
    z.object({ token: z.string(), password: z.string().max(10_000) }),
    nothing,
  ),
  'files.reveal': command('Shows the last written file in its folder.', nothing, nothing),
  'workbook.schemes': query(
    'The class schemes that a new workbook can begin with; `usual` is the one for this place when none is chosen.',
    z.object({ regionCode: z.string() }),
    z.object({
      usual: z.string(),
      schemes: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          /** Names of its top classes, in their order. */
          tops: z.array(z.string()),
          /** How many classes it has in all. */
          classes: z.number().int(),
        }),
      ),
    }),
  ),
  'workbook.create': command(
    'Makes a workbook for any place of the country with its reference data and opens it.',
    z.object({
      token: z.string(),
      regionCode: z.string(),
      firstYear: z.number().int().min(1990).max(2100).default(2021),
      lastYear: z.number().int().min(1990).max(2100).default(2025),
      scheme: z.string().optional(),
    }),
    workbookStatus,
  ),
  'workbook.createSample': command(
    'Makes a copy of the sample workbook (红塔区) at the chosen place and opens it.',
    z.object({ token: z.string() }),
    workbookStatus,
  ),
  'workbook.open': command(
    'Opens a workbook; `readOnly` opens without the right to change it, `takeOver` ends the claim of another program.',
    z.object({ token: z.string(), readOnly: z.boolean().default(false), takeOver: z.boolean().default(false) }),
    workbookStatus,
  ),
  'workbook.close': command('Closes the open workbook; all accepted edits are in the file already.', nothing, nothing),
  'workbook.setPassword': command(
    'Sets or changes the password of the open workbook; null takes it away. The file is written anew.',
    z.object({ password: z.string().max(10_000).nullable() }),
    workbookStatus,
  ),
  'workbook.saveAs': command(
    'Writes a verified copy of the workbook and goes on in it; what was open stays as it is.',
    z.object({ token: z.string() }),
    workbookStatus,
  ),
  'workbook.backup': command('Writes a verified copy of the workbook.', z.object({ token: z.string() }), written),
  'workbook.verify': query(
    'Checks the file from the inside: pages, indexes, schema, references, log; `head` is the newest link of the chain.',
    nothing,
    verified,
  ),
  'workbook.verifyFile': query(
    'The same of a file that need not be open; with `code` also the state that a 校验码 belongs to.',
    z.object({ token: z.string(), code: z.string().max(200).optional() }),
    verified.extend({ state: typed<CodedState>().nullable() }),
  ),
  'workbook.findState': query(
    'The state of the log that a 校验码 on paper or in a file belongs to; null where this file never had it.',
    z.object({ code: z.string().max(200) }),
    z.object({ state: typed<CodedState>().nullable() }),
  ),
  'workbook.health': query(
    'What is known of the open file: the look from the inside after it was opened, its newest automatic backup.',
    nothing,
    typed<FileHealth>(),
  ),
  'reference.get': query(
    'Plan and reference data of the workbook.',
    nothing,
    typed<{ plan: PlanInfo; reference: ReferenceData }>(),
  ),
} as const;
