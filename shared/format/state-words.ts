// What a 校验码 says of a workbook, in words: for the dialog and the command line.
import type { CodedState } from '../domain/state-code.ts';
import { localMinute } from '../values/local-time.ts';

export interface StateWords {
  /** same: the state of today. older: an earlier one. unproven: the log was changed. unknown: never of this file. */
  verdict: 'same' | 'older' | 'unproven' | 'unknown';
  text: string;
}

/** The words for a looked-up code; null: the file never had it. */
export function stateWords(state: CodedState | null): StateWords {
  if (state === null) {
    return {
      verdict: 'unknown',
      text: '这个文件从来没有过这个校验码：它属于另一个工作簿，或者这个文件是更早的备份。请核对校验码有没有输错。',
    };
  }
  const who = state.author === '' ? '' : `，${state.author}`;
  const step = `第 ${state.step} 步“${state.label}”（${localMinute(state.at)}${who}）`;
  if (!state.isProven) {
    return {
      verdict: 'unproven',
      text: `这个校验码记在${step}上，但修改日志在这一步或它以前被改动过，不能证明纸上的内容就是那时的内容。`,
    };
  }
  return state.stepsSince === 0
    ? { verdict: 'same', text: `与现在的工作簿一致：${step}，此后没有修改。` }
    : {
        verdict: 'older',
        text: `是这个工作簿${step}以后的内容，此后又有 ${state.stepsSince} 步修改。要看有哪些不同，可在“勾稽审核”的“与上一版比较”中选第 ${state.step} 步。`,
      };
}
