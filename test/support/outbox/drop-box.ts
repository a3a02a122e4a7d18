import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Envelope } from '#core/submission/envelope.ts';
import { newSigningKeys } from '#sealing/keys.ts';
import { signReceipt } from '#sealing/receipts.ts';

/** What stands in for the drop box, or for whatever lies between it and the device. */
export type Fault = (request: IncomingMessage, response: ServerResponse, body: string) => 'handled' | 'pass';

/** A server that speaks the calls of design.md's table, keeps what it gets, and can be told to misbehave. */
export async function startDropBox(files: ReadonlyMap<string, { type: string; body: string }>) {
  const keys = await newSigningKeys();
  const held = new Map<string, Envelope>();
  const calls: string[] = [];
  const state: { fault: Fault | undefined; afterStore: Fault | undefined; isCut: boolean } = {
    fault: undefined,
    afterStore: undefined,
    isCut: false,
  };
  const asked: string[] = [];
  const lies = new Map<string, string>();

  const json = (response: ServerResponse, status: number, value: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  };

  const answer = async (request: IncomingMessage, response: ServerResponse, body: string): Promise<void> => {
    const path = decodeURIComponent(request.url ?? '');
    asked.push(path);
    if (state.isCut) return void request.socket.destroy();
    const lie = lies.get(path);
    if (lie !== undefined) return void response.writeHead(200, { 'content-type': 'text/html' }).end(lie);
    const file = files.get(path);
    if (file) return void response.writeHead(200, { 'content-type': file.type }).end(file.body);
    if (path === '/wayin/keys.json') return json(response, 200, { recipients: {}, receipts: [keys.publicKey] });

    calls.push(`${request.method} ${path.replace(/[0-9a-f]{64}$/, '<hash>')}`);
    if (state.fault?.(request, response, body) === 'handled') return;
    if (path === '/intake/') return json(response, 200, { wayin: 'intake' });
    if (path === '/intake/submissions/_revs_diff') {
      const missing = Object.entries(JSON.parse(body) as Record<string, string[]>).filter(([id]) => !held.has(id));
      return json(response, 200, Object.fromEntries(missing.map(([id, revs]) => [id, { missing: revs }])));
    }
    if (path === '/intake/submissions/_bulk_docs') {
      for (const document of (JSON.parse(body) as { docs: Envelope[] }).docs) {
        if (!held.has(document._id)) held.set(document._id, document);
      }
      if (state.afterStore?.(request, response, body) === 'handled') return;
      return json(response, 201, []);
    }
    const envelope = held.get(path.replace('/intake/receipts/', ''));
    if (!envelope) return json(response, 404, { error: 'not_found' });
    const receipt = {
      id: envelope._id,
      hash: envelope._id.slice(envelope._id.indexOf(':') + 1),
      form: envelope.form,
      formVersion: envelope.formVersion,
      receivedAt: '2026-04-02T10:00:00+01:00',
      respondBy: '2026-04-09',
      seenBy: '2026-04-15',
    };
    response.writeHead(200, { 'content-type': 'application/jose' }).end(await signReceipt(receipt, keys.privateKey));
  };

  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => void answer(request, response, body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    held,
    calls,
    /** Every path asked for, pages included. */
    asked,
    /** Answers a page's path with another text, as a sign-in page does. */
    lie: (path: string, text: string | undefined) => {
      if (text === undefined) lies.delete(path);
      else lies.set(path, text);
    },
    /** Takes the network away, and gives it back. */
    cut: (isCut: boolean) => {
      state.isCut = isCut;
    },
    misbehave: (fault: Fault | undefined) => {
      state.fault = fault;
    },
    misbehaveAfterStoring: (fault: Fault | undefined) => {
      state.afterStore = fault;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
