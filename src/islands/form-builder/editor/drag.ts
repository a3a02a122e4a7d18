import type { MoveTo } from './drop.ts';
import { type Drop, dropAt, moveOf } from './drop.ts';

/** So many pixels are a tremor or a tap, no drag. */
const STILL_PX = 6;
/** So near to an edge the list goes on by itself, this many pixels a frame. */
const EDGE_PX = 40;
const PAGE_ON_PX = 8;

/**
 * Lets pages and questions of an outline be dragged by their grips, with a mouse, a pen or a finger. An extra: buttons do
 * the same, and say the same. Answers what to do when the outline goes.
 */
export function letDrag(outline: HTMLElement, onMove: (step: MoveTo) => void): () => void {
  let drag: Drag | undefined;
  const end = (takeIt: boolean) => {
    const move = takeIt && drag?.drop ? moveOf(drag.item, drag.drop) : undefined;
    drag?.stop();
    drag = undefined;
    if (move) onMove(move);
  };
  const down = (event: PointerEvent) => {
    const grip = (event.target as Element).closest<HTMLElement>('[data-grip]');
    const item = grip?.closest<HTMLElement>('[data-drag]');
    if (!grip || !item || !event.isPrimary || event.button !== 0) return;
    // No text is marked, no picture dragged.
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    drag = new Drag(outline, item, event);
  };
  const listeners = new AbortController();
  const { signal } = listeners;
  outline.addEventListener('pointerdown', down, { signal });
  outline.addEventListener('pointermove', (event) => drag?.to(event.clientX, event.clientY), { signal });
  outline.addEventListener('pointerup', () => end(true), { signal });
  outline.addEventListener('pointercancel', () => end(false), { signal });
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), { signal });
  return () => {
    end(false);
    listeners.abort();
  };
}

/** One drag under way: what it is about, and where it would go. */
class Drag {
  readonly item: HTMLElement;
  drop: Drop | undefined;
  readonly #outline: HTMLElement;
  readonly #from: readonly [x: number, y: number];
  #at: readonly [x: number, y: number];
  #frame = 0;
  #hasBegun = false;

  constructor(outline: HTMLElement, item: HTMLElement, { clientX, clientY }: PointerEvent) {
    this.item = item;
    this.#outline = outline;
    this.#from = [clientX, clientY];
    this.#at = this.#from;
  }

  to(x: number, y: number): void {
    this.#at = [x, y];
    const [fromX, fromY] = this.#from;
    if (!this.#hasBegun && Math.hypot(x - fromX, y - fromY) < STILL_PX) return;
    this.#hasBegun = true;
    this.item.dataset['dragged'] = '';
    this.#look();
    this.#frame ||= requestAnimationFrame(() => this.#goOn());
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    delete this.item.dataset['dragged'];
    this.#mark(undefined);
  }

  #look(): void {
    const under = document.elementFromPoint(...this.#at);
    this.#mark(under && this.#outline.contains(under) ? dropAt(this.item, under, this.#at[1]) : undefined);
  }

  #mark(drop: Drop | undefined): void {
    if (this.drop) delete this.drop.target.dataset['drop'];
    this.drop = drop;
    if (drop) drop.target.dataset['drop'] = drop.side;
  }

  /** A list longer than the screen goes on under the finger. */
  #goOn(): void {
    const y = this.#at[1];
    const { top, bottom } = this.#outline.getBoundingClientRect();
    const by = (start: number, end: number) => (y < start + EDGE_PX ? -PAGE_ON_PX : y > end - EDGE_PX ? PAGE_ON_PX : 0);
    this.#outline.scrollBy(0, by(Math.max(0, top), Math.min(innerHeight, bottom)));
    window.scrollBy(0, by(0, innerHeight));
    this.#look();
    this.#frame = requestAnimationFrame(() => this.#goOn());
  }
}
