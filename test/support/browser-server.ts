import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { runInNewContext } from 'node:vm';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly items?: readonly unknown[] };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** The bundle for browsers as it is built, in a world that has what a worker has and nothing of Node. */
export class BrowserServer {
  readonly #waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  readonly #settings: object;
  readonly #worker: { onmessage?: (event: { data: object }) => void };
  #lastId = 0;

  private constructor(settings: object) {
    this.#settings = settings;
    const worker = {
      // what a worker's global object has beside the language
      setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, performance, TextEncoder, TextDecoder, URL, console,
      addEventListener: () => undefined,
      postMessage: (message: object) => this.#take(structuredClone(message)),
    };
    this.#worker = worker as { onmessage?: (event: { data: object }) => void };
    runInNewContext(readFileSync('dist/server-browser.js', 'utf8'), Object.assign(worker, { self: worker }));
  }

  /** Starts a server and shakes hands. */
  static async start({ settings, ...params }: { readonly settings: object; readonly capabilities: object; readonly initializationOptions?: object }): Promise<BrowserServer> {
    const server = new BrowserServer(settings);
    await server.request('initialize', { processId: null, rootUri: null, ...params });
    server.notify('initialized', {});
    return server;
  }

  async request<Result>(method: string, params: object): Promise<Result> {
    const id = ++this.#lastId;
    const answer = new Promise<unknown>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#send({ id, method, params });
    const late = pause(10_000, null, { ref: false }).then(() => Promise.reject(new Error(`no answer to ${method}`)));
    return (await Promise.race([answer, late])) as Result;
  }

  notify(method: string, params: object): void {
    this.#send({ method, params });
  }

  #send(message: object): void {
    this.#worker.onmessage?.({ data: structuredClone({ jsonrpc: '2.0', ...message }) });
  }

  #take({ id, method, params, result, error }: Message): void {
    if (id === undefined) return;
    if (method === 'workspace/configuration') return this.#send({ id, result: (params?.items ?? []).map(() => this.#settings) });
    if (method !== undefined) return this.#send({ id, result: null });
    if (error) this.#waiting.get(id)?.reject(new Error(error.message));
    else this.#waiting.get(id)?.resolve(result);
    this.#waiting.delete(id);
  }
}
