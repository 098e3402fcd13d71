import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpResponse } from './routes.ts';

/** Whether more than so many bytes are announced. */
export const announcesMore = ({ headers }: IncomingMessage, bytes: number): boolean =>
  Number(headers['content-length'] ?? 0) > bytes;

/** Undefined when there is more than `most` bytes: no more is read. Rejects when the connection closes. */
export const bodyOf = (request: IncomingMessage, most: number): Promise<Buffer | undefined> =>
  new Promise((resolve, reject) => {
    if (announcesMore(request, most)) return resolve(undefined);
    const chunks: Buffer[] = [];
    let bytes = 0;
    const onData = (chunk: Buffer): void => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes <= most) return;
      // Not `destroy`, nor the end of a `for await`: both would close the connection before the answer is sent.
      request.off('data', onData).pause();
      resolve(undefined);
    };
    request.on('data', onData);
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
  });

/** Throws where a handler's status or headers are none. After the `last` answer the connection is closed. */
export function send(
  response: ServerResponse,
  { status, headers = {}, body }: HttpResponse,
  { last }: { readonly last: boolean },
): void {
  const bytes = body === undefined ? undefined : Buffer.from(body);
  response.statusCode = status;
  if (bytes !== undefined) response.setHeader('content-type', 'text/plain; charset=utf-8');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('cache-control', 'no-store');
  if (last) response.setHeader('connection', 'close');
  if (status !== 204 && status !== 304) response.setHeader('content-length', bytes?.length ?? 0);
  response.end(bytes); // Node leaves the body out of an answer to HEAD
}
