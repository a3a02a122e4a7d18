/** Every state worth seeing. The gallery draws them; the tests and axe walk them. The site has no video yet. */
export const examples = {
  plain: {
    video: { file: '/gallery/example.mp4', captions: { en: '/gallery/example.en.vtt' }, bsl: null },
    title: 'How a group begins',
    transcript: ['People come in and sit down in a ring.', 'A woman says: welcome, and thank you for coming.'],
  },
  'with British Sign Language': {
    video: {
      file: '/gallery/example.mp4',
      captions: { en: '/gallery/example.en.vtt' },
      bsl: '/gallery/example-bsl.mp4',
    },
    title: 'How a group begins',
    transcript: ['People come in and sit down in a ring.'],
  },
} as const;
