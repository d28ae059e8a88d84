// The names of the two channels between preload and main process.

export const INVOKE_CHANNEL = 'xianjie:invoke';
export const EVENT_CHANNEL = 'xianjie:event';
