import { z } from 'zod';

const field = z.strictObject({
  id: z.string(),
  /** Lines to write on, on paper. */
  lines: z.int().min(1).max(20),
});

/** `content/worksheets/<id>/worksheet.yaml`: what a person writes for themselves. It is kept on their device and never sent. */
export const worksheet = z.strictObject({
  id: z.string(),
  sections: z
    .array(
      z.strictObject({
        id: z.string(),
        /** How often the section stands on the sheet. */
        times: z.int().min(2).max(6).optional(),
        fields: z.array(field).min(1),
      }),
    )
    .min(1),
});

/** `content/worksheets/<id>/text.<language>.yaml`. */
export const worksheetText = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1),
  lead: z.array(z.string().min(1)),
  /** `{{number}}` in the title of a section that stands several times. */
  sections: z.record(z.string(), z.strictObject({ title: z.string().min(1) })),
  fields: z.record(z.string(), z.strictObject({ label: z.string().min(1), hint: z.string().min(1).optional() })),
});

export type Worksheet = z.infer<typeof worksheet>;
export type WorksheetText = z.infer<typeof worksheetText>;
