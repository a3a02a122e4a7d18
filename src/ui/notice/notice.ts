import { type ComponentChildren, h, type JSX } from 'preact';

export interface NoticeProps {
  /** A warning is for what one should know before going on. */
  readonly kind?: 'plain' | 'warning';
  readonly title?: string;
  readonly children?: ComponentChildren;
}

/** Something set apart from the text around it. Its kind is in its words: colour and bar only repeat it (G6). */
export function Notice({ kind = 'plain', title, children }: NoticeProps): JSX.Element {
  const text = typeof children === 'string' ? h('p', null, children) : children;
  return h('div', { class: kind === 'warning' ? 'notice notice--warning' : 'notice' }, [
    title && h('h2', null, title),
    text,
  ]);
}
