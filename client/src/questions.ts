import type { LanguageClient } from 'vscode-languageclient/node';

/** The schema that an answer must satisfy. */
interface Answer<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

/** Asks the server what the protocol of editors has no request for. */
export class Questions {
  constructor(
    private readonly client: LanguageClient,
    private readonly ready: () => Promise<boolean>,
  ) {}

  /** The answer, or null where the server does not run, fails, or has none of use. Never rejects. */
  async ask<T>(method: string, params: object, answer: Answer<T>): Promise<T | null> {
    if (!(await this.ready())) return null;
    try {
      const parsed = answer.safeParse(await this.client.sendRequest(method, params));
      return parsed.success ? parsed.data : null;
    } catch (error) {
      this.client.error(`${method} failed.`, error, false);
      return null;
    }
  }
}
