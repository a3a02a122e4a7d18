import { h, type JSX } from 'preact';
import { Notice, type NoticeProps } from './notice.ts';

/** Every state worth seeing. The gallery draws them; the tests and axe walk them. */
export const examples = {
  plain: { children: 'What you write is kept on this device until you send it.' },
  'with a title': { title: 'What you write is locked', children: 'Only the service you are asking can open it.' },
  warning: { kind: 'warning', children: 'This device will not let us keep your answers.' },
} satisfies Record<string, NoticeProps>;

export const draw = (props: NoticeProps): JSX.Element => h(Notice, props);
