let messages: Readonly<Record<string, string>> = {};

/** Takes over the translations of the client's language: English message to translated message. Called once, at start. */
export function useMessages(bundle: Readonly<Record<string, string>>): void {
  messages = bundle;
}

/** The message in the client's language, with `{0}`, `{1}` … replaced by the arguments. English where no translation is known. */
export function t(message: string, ...args: readonly (string | number)[]): string {
  const text = messages[message] ?? message;
  return args.length === 0 ? text : text.replace(/\{(\d)\}/g, (hole, index: string) => String(args[Number(index)] ?? hole));
}
