/** What is wrong with a form: where in it, what, and what to do. */
export interface FormFault {
  readonly where: string;
  readonly what: string;
  readonly cure: string;
}

/** A fault to be thrown through the steps of composing, and caught at its end. */
export class FormFaultFound extends Error {
  readonly fault: FormFault;

  constructor(where: string, what: string, cure: string) {
    super(what);
    this.fault = { where, what, cure };
  }
}

export const ofPage = (id: string) => `page "${id}"`;
export const ofQuestion = (id: string) => `question "${id}"`;
