const read = new Map<string, unknown>();

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** What lies beside a page for its script: asked for until it comes. Until then the plain page stands. */
export async function readPatiently<Data>(address: string): Promise<Data> {
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    try {
      return await readBeside<Data>(address);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}

/** Fetched once. A captive portal that answers with a page gives no JSON, and throws. */
export async function readBeside<Data>(address: string): Promise<Data> {
  const known = read.get(address);
  if (known) return known as Data;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const data = (await answer.json()) as Data;
  read.set(address, data);
  return data;
}
