import { request as requestOf } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { UserError } from '../src/command.ts';
import type { Routes } from '../src/http/routes.ts';
import { type HttpServer, type HttpServerOptions, startHttpServer } from '../src/http-server.ts';
import { type Log, silentLog } from '../src/log.ts';

const open: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close(0)));
});

const start = async (routes: Routes, change: Partial<HttpServerOptions> = {}): Promise<HttpServer> => {
  const settings = { port: 'PORT', host: 'HOST' };
  const server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    settings,
    routes,
    log: silentLog,
    ...change,
  });
  open.push(server);
  return server;
};

const hello: Routes = { 'GET /hello': async () => ({ status: 200, body: 'hello' }) };
const echo: Routes = { 'POST /echo': async ({ body }) => ({ status: 200, body }) };

const ask = (server: HttpServer, path: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${server.port}${path}`, init);

/** A client that keeps to no rules; `end` resolves with all that came once the server closed. */
async function rawClient({ port }: HttpServer) {
  const socket: Socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  let got = '';
  socket.setEncoding('latin1').on('data', (text) => {
    got += text;
  });
  socket.on('error', () => undefined); // being cut off is what is tested
  const end = new Promise<string>((resolve) => {
    for (const event of ['end', 'close']) socket.once(event, () => resolve(got));
  });
  await new Promise((resolve) => socket.once('connect', resolve));
  return { socket, end, got: () => got, write: (text: string) => socket.write(text, 'latin1') };
}

const until = async (holds: () => boolean): Promise<void> => {
  await vi.waitFor(() => expect(holds()).toBe(true), { timeout: 5_000, interval: 5 });
};

/** A handler that answers when it is let. */
function held() {
  const running: { signal: AbortSignal; letGo: () => void }[] = [];
  const afterSent = vi.fn();
  const routes: Routes = {
    ...hello,
    'GET /held': ({ signal }) =>
      new Promise((resolve) => {
        const letGo = (): void => resolve({ status: 200, body: 'at last', afterSent });
        running.push({ signal, letGo });
      }),
  };
  return { routes, running, afterSent };
}

describe('a request', () => {
  test('is answered by the route of its method and path, whatever its query', async () => {
    const server = await start({ ...hello, ...echo });
    const answer = await ask(server, '/hello?a=/b');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('hello');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-length': '5',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(answer.headers.has('server')).toBe(false);
    expect(answer.headers.has('x-powered-by')).toBe(false);
  });

  test('comes with its headers and its body as it was sent, byte for byte', async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
    const seen = vi.fn();
    const server = await start({
      'POST /echo': async ({ body, headers }) => {
        seen(headers['x-note']);
        return { status: 200, body, headers: { 'Content-Type': 'application/octet-stream' } };
      },
    });
    const answer = await ask(server, '/echo', {
      method: 'POST',
      body: bytes,
      headers: { 'X-Note': 'here' },
    });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(seen).toHaveBeenCalledWith('here');
  });

  test('may be answered without a body', async () => {
    const server = await start({ 'POST /a': async () => ({ status: 202 }) });
    const answer = await ask(server, '/a', { method: 'POST', body: '{}' });
    expect(answer.status).toBe(202);
    expect(answer.headers.get('content-length')).toBe('0');
    expect(answer.headers.has('content-type')).toBe(false);
  });

  test('with HEAD is answered as with GET, without the body', async () => {
    const answer = await ask(await start(hello), '/hello', { method: 'HEAD' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-length')).toBe('5');
    expect(await answer.text()).toBe('');
  });

  test.each(['/', '/hello/', '/HELLO', '/hello/x', '/toString', '/__proto__', '/%68ello', '//hello'])(
    'for an unknown path is not found: %s',
    async (path) => {
      const answer = await ask(await start(hello), path);
      expect([answer.status, await answer.text()]).toEqual([404, 'Not Found\n']);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  test('with a wrong method hears which are allowed', async () => {
    const server = await start({
      ...hello,
      ...echo,
      'POST /hello': async () => ({ status: 200 }),
    });
    const deleted = await ask(server, '/hello', { method: 'DELETE' });
    expect([deleted.status, deleted.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
    const got = await ask(server, '/echo', { method: 'HEAD' });
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test('whose handler throws is answered without a word of it, and logged', async () => {
    const log: Log = { ...silentLog, error: vi.fn() };
    const error = new Error('secret reason');
    const server = await start({ 'GET /fault': () => Promise.reject(error) }, { log });
    const answer = await ask(server, '/fault?token=abc');
    expect([answer.status, await answer.text()]).toEqual([500, 'Internal Server Error\n']);
    expect(log.error).toHaveBeenCalledExactlyOnceWith('a request could not be answered', {
      route: 'GET /fault',
      error,
    });
  });

  test('whose answer is none closes the connection and is logged', async () => {
    const log: Log = { ...silentLog, error: vi.fn() };
    const afterSent = vi.fn();
    const server = await start({ 'GET /fault': async () => ({ status: 1, afterSent }) }, { log });
    await expect(ask(server, '/fault')).rejects.toThrow();
    expect(log.error).toHaveBeenCalledOnce();
    await until(() => afterSent.mock.calls.length === 1);
    expect(afterSent).toHaveBeenCalledExactlyOnceWith(false);
  });

  test('is told after when its answer was sent', async () => {
    const afterSent = vi.fn();
    const server = await start({ 'GET /a': async () => ({ status: 200, body: 'a', afterSent }) });
    await (await ask(server, '/a')).text();
    await until(() => afterSent.mock.calls.length > 0);
    await (await ask(server, '/hello')).text();
    expect(afterSent).toHaveBeenCalledExactlyOnceWith(true);
  });

  test('that is given up ends the signal, and is told after that nothing was sent', async () => {
    const { routes, running, afterSent } = held();
    const client = await rawClient(await start(routes));
    client.write('GET /held HTTP/1.1\r\nhost: x\r\n\r\nGET /held HTTP/1.1\r\nhost: x\r\n\r\n');
    await until(() => running.length === 2);
    client.socket.destroy();
    await until(() => running.every(({ signal }) => signal.aborted));
    expect(afterSent).not.toHaveBeenCalled();
    for (const { letGo } of running) letGo();
    await until(() => afterSent.mock.calls.length === 2);
    expect(afterSent.mock.calls).toEqual([[false], [false]]);
  });
});

describe('a body that is too large', () => {
  const limit = { maxBodyBytes: 1_000 };

  test('is refused as soon as it is announced; one of just the limit is taken', async () => {
    const server = await start(echo, limit);
    const post = (bytes: number) => ask(server, '/echo', { method: 'POST', body: 'a'.repeat(bytes) });
    expect((await post(1_000)).status).toBe(200);
    expect((await post(1_001)).status).toBe(413);
  });

  test('is refused before it is sent where a client asks first', async () => {
    const server = await start(echo, limit);
    const continued = vi.fn();
    const post = (bytes: number) =>
      new Promise((resolve, reject) => {
        const headers = { expect: '100-continue', 'content-length': bytes };
        const path = `http://127.0.0.1:${server.port}/echo`;
        const request = requestOf(path, { method: 'POST', headers, agent: false });
        request.on('continue', () => {
          continued();
          request.end('a'.repeat(bytes));
        });
        request.on('response', (response) => resolve(response.resume().statusCode));
        request.on('error', reject).flushHeaders();
      });
    expect(await post(1_001)).toBe(413);
    expect(continued).not.toHaveBeenCalled();
    expect(await post(10)).toBe(200);
  });

  test('is refused when it has come, where its length was not announced; no more is read', async () => {
    const server = await start(echo, limit);
    const client = await rawClient(server);
    client.write('POST /echo HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n');
    for (let i = 0; i < 3; i += 1) client.write(`1f4\r\n${'a'.repeat(500)}\r\n`);
    const answer = await client.end;
    expect(answer).toMatch(/^HTTP\/1\.1 413 Payload Too Large\r\n/);
    expect(answer).toMatch(/^connection: close\r$/im);
    expect((await ask(server, '/echo', { method: 'POST', body: 'a' })).status).toBe(200);
  });

  test('is not read on while its refusal waits for an earlier answer', async () => {
    const { routes, running } = held();
    const client = await rawClient(await start({ ...routes, ...echo }, limit));
    client.write('GET /held HTTP/1.1\r\nhost: x\r\n\r\n');
    client.write('POST /echo HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n');
    for (let i = 0; i < 1_000; i += 1) client.write(`ffff\r\n${'a'.repeat(65_535)}\r\n`);
    await until(() => running.length === 1);
    await sleep(500);
    expect(client.socket.writableLength).toBeGreaterThan(30e6); // of 65 MB
    running[0]?.letGo();
    expect((await client.end).match(/at last|413/g)?.[0]).toBe('at last');
  });

  test('does not fill the memory when it never ends', async () => {
    const server = await start(echo, limit);
    const client = await rawClient(server);
    client.write('POST /echo HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n');
    let ended = false;
    void client.end.then(() => {
      ended = true;
    });
    for (let i = 0; i < 2_000 && !ended; i += 1) {
      client.write(`ffff\r\n${'a'.repeat(65_535)}\r\n`);
      await sleep(0);
    }
    expect(ended).toBe(true);
  });
});

describe('a hostile client', () => {
  test.each([
    ['garbage', 'not http at all\r\n\r\n'],
    ['no host', 'GET /hello HTTP/1.1\r\n\r\n'],
    ['two lengths', 'POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
    [
      'length and chunks',
      'POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a broken chunk', 'POST /echo HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'],
    ['a broken header', 'GET /hello HTTP/1.1\r\nhost: x\r\nbad header\r\n\r\n'],
  ])('that sends %s gets 400', async (_, text) => {
    const server = await start({ ...hello, ...echo });
    const client = await rawClient(server);
    client.write(text);
    expect(await client.end).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect((await ask(server, '/hello')).status).toBe(200);
  });

  test('that sends a huge header gets 431', async () => {
    const client = await rawClient(await start(hello));
    client.write(`GET /hello HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(100_000)}\r\n\r\n`);
    expect(await client.end).toMatch(/^HTTP\/1\.1 431 /);
  });

  test.each([
    ['half a request', 'GET /hello HTTP/1.1\r\nho'],
    ['half a body', 'POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nab'],
    ['nothing', ''],
  ])('that sends %s gets 408 in time', async (_, text) => {
    const server = await start({ ...hello, ...echo }, { requestTimeoutMs: 100 });
    const client = await rawClient(server);
    client.write(text);
    expect(await client.end).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
  });

  test('may take as long over the answer as the handler takes, though a request must come quickly', async () => {
    const { routes, running } = held();
    const server = await start(routes, { requestTimeoutMs: 100 });
    const answer = ask(server, '/held');
    await until(() => running.length === 1);
    await sleep(400);
    running[0]?.letGo();
    expect(await (await answer).text()).toBe('at last');
  });

  test('that pipelines is answered in order', async () => {
    const { routes, running } = held();
    const client = await rawClient(await start(routes));
    client.write(
      'GET /held HTTP/1.1\r\nhost: x\r\n\r\nGET /hello HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
    );
    await until(() => running.length === 1);
    await sleep(50);
    expect(client.got()).toBe('');
    running[0]?.letGo();
    expect((await client.end).match(/at last|hello/g)).toEqual(['at last', 'hello']);
  });

  test('cannot have a refusal taken for the answer to an earlier request', async () => {
    const { routes, running } = held();
    const client = await rawClient(await start(routes));
    client.write('GET /held HTTP/1.1\r\nhost: x\r\n\r\nnot http at all\r\n\r\n');
    expect(await client.end).toBe('');
    expect(running[0]?.signal.aborted ?? true).toBe(true);
  });

  test('that pipelines hundreds of requests causes no warning', async () => {
    const warned = vi.fn();
    process.on('warning', warned);
    const { routes, running } = held();
    const client = await rawClient(await start(routes));
    client.write('GET /held HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(200));
    await until(() => running.length > 11);
    client.socket.destroy();
    await until(() => running.every(({ signal }) => signal.aborted));
    process.off('warning', warned);
    expect(warned).not.toHaveBeenCalled();
  });

  test.each([
    ['CONNECT x:80 HTTP/1.1\r\nhost: x\r\n\r\n', /^$/],
    [
      'GET /hello HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
      /200 OK.*hello$/s,
    ],
    ['OPTIONS * HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', /^HTTP\/1\.1 404/],
    ['GET http://x.example/hello?a HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', /200 OK.*hello$/s],
    ['GET /hello HTTP/1.0\r\n\r\n', /200 OK.*hello$/s],
  ])('may send %j', async (text, expected) => {
    const server = await start(hello);
    const client = await rawClient(server);
    client.write(text);
    if (text.includes('upgrade')) await until(() => client.got().endsWith('hello'));
    else await client.end;
    expect(client.got()).toMatch(expected);
  });
});

describe('a server', () => {
  test('says which variable to change when its port is in use', async () => {
    const { port } = await start(hello);
    const second = start(hello, { port, settings: { port: 'METRICS_PORT' } });
    await expect(second).rejects.toThrow(UserError);
    await expect(second).rejects.toThrow(
      `METRICS_PORT: port ${port} is in use by another program. Choose another.`,
    );
  });

  test('says which variable to change when its host is not on this machine', async () => {
    const elsewhere = start(hello, { host: '192.0.2.1' });
    await expect(elsewhere).rejects.toThrow(UserError);
    await expect(elsewhere).rejects.toThrow(
      'HOST: expected a name or an address of this machine; got "192.0.2.1". Choose 127.0.0.1, or 0.0.0.0',
    );
  });

  test('that is closed takes no more requests', async () => {
    const server = await start(hello);
    expect(await (await ask(server, '/hello')).text()).toBe('hello'); // leaves a connection open
    await server.close(10_000);
    await expect(ask(server, '/hello')).rejects.toThrow();
  });

  test('that is closed finishes what is running and closes that connection', async () => {
    const { routes, running, afterSent } = held();
    const server = await start(routes);
    const answer = ask(server, '/held');
    await until(() => running.length === 1);
    const closed = server.close(10_000);
    running[0]?.letGo();
    expect((await answer).headers.get('connection')).toBe('close');
    expect(await (await answer).text()).toBe('at last');
    await closed;
    expect(afterSent).toHaveBeenCalledExactlyOnceWith(true);
    expect(running[0]?.signal.aborted).toBe(false);
  });

  test('that is closed does not wait for connections on which nothing is running', async () => {
    const server = await start(hello);
    const silent = await rawClient(server);
    const idle = await rawClient(server);
    idle.write('GET /hello HTTP/1.1\r\nhost: x\r\n\r\n');
    await until(() => idle.got().endsWith('hello'));
    const closed = server.close(60_000);
    await Promise.all([closed, silent.end, idle.end, server.close(60_000)]);
  });

  test('may be told to close sooner than it was told first', async () => {
    const { routes, running } = held();
    const server = await start(routes);
    const cut = expect(ask(server, '/held')).rejects.toThrow();
    await until(() => running.length === 1);
    const patient = server.close(60_000);
    await Promise.all([server.close(10), patient, cut]);
    await server.close(60_000);
  });

  test('that is closed cuts off what is running at the deadline', async () => {
    const { routes, running, afterSent } = held();
    const server = await start(routes);
    const answer = ask(server, '/held');
    const half = await rawClient(server);
    half.write('GET /hel');
    await until(() => running.length === 1);
    const cut = expect(answer).rejects.toThrow();
    await server.close(50);
    await cut;
    await half.end;
    expect(running[0]?.signal.aborted).toBe(true);
    running[0]?.letGo();
    await until(() => afterSent.mock.calls.length === 1);
    expect(afterSent).toHaveBeenCalledExactlyOnceWith(false);
  });
});
