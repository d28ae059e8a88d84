// Dragging by a grip: a line shows where it will be dropped. Esc gives up.

export interface Drop {
  /** Where the line is drawn, in the window. */
  line: { left: number; top: number; width: number; height: number };
  run: () => void;
}

/** Follows the mouse until it is let go. `placeAt` names the place under it; null: it cannot be dropped there. */
export function dragWithLine(placeAt: (x: number, y: number) => Drop | null): void {
  const line = document.createElement('div');
  line.className = 'xj-drop-line';
  document.body.append(line);
  document.body.classList.add('xj-dragging');
  let drop: Drop | null = null;
  const onMove = (event: MouseEvent): void => {
    drop = placeAt(event.clientX, event.clientY);
    line.hidden = drop === null;
    if (!drop) return;
    for (const [side, pixels] of Object.entries(drop.line)) line.style.setProperty(side, `${pixels}px`);
  };
  const stop = (): void => {
    line.remove();
    document.body.classList.remove('xj-dragging');
    window.removeEventListener('mousemove', onMove);
    window.removeEventListener('mouseup', onUp);
    window.removeEventListener('keydown', onKey, true);
  };
  const onUp = (): void => {
    stop();
    drop?.run();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    stop();
  };
  line.hidden = true;
  window.addEventListener('mousemove', onMove);
  window.addEventListener('mouseup', onUp);
  window.addEventListener('keydown', onKey, true);
}
