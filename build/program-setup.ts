// Before the unit and integration tests: the command and the host are built, and the 地名库 is packed, as the sources are.
import { buildProgram } from './build.ts';

export const setup = buildProgram;
