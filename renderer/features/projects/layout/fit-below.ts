// Where a menu opens: below a point of the window, or as far above as it takes to be seen whole.

const MARGIN = 8;

/** The top of something `height` pixels high that should hang at `top`. */
export function fitBelow(top: number, height: number): number {
  return Math.max(MARGIN, Math.min(top, window.innerHeight - height - MARGIN));
}
