/**
 * Where a document that a person writes may live, as URI schemes. An allow-list: the chat input, comments, source control,
 * output and the old side of a diff are plain text too, and none of our business.
 */
export const documentSchemes: readonly string[] = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-test-web', 'gist', 'memfs'];

/** Names that say by themselves that a file is an incident document, whatever language an editor takes it for. */
export const ownName = /\.(?:incident|escalation|postmortem)(?:\.txt)?$/i;
