import { z } from 'zod';
import { isTextKey, type TextKey } from './text-key.ts';

/** `translated.json`: the language a form is written in, and of what each sentence of a translation is one. */
export const translatedSchema = z.strictObject({
  sourceLanguage: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  translated: z
    .record(
      z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
      z.record(
        z.custom<TextKey>((key) => typeof key === 'string' && isTextKey(key)),
        z.string(),
      ),
    )
    .optional(),
});
