import { creator as anthropic } from '@secretlint/secretlint-rule-anthropic';
import { creator as aws } from '@secretlint/secretlint-rule-aws';
import { creator as basicAuth } from '@secretlint/secretlint-rule-basicauth';
import { creator as database } from '@secretlint/secretlint-rule-database-connection-string';
import { creator as github } from '@secretlint/secretlint-rule-github';
import { creator as gitlab } from '@secretlint/secretlint-rule-gitlab';
import { creator as npm } from '@secretlint/secretlint-rule-npm';
import { creator as openai } from '@secretlint/secretlint-rule-openai';
import { creator as privateKey } from '@secretlint/secretlint-rule-privatekey';
import { creator as sendgrid } from '@secretlint/secretlint-rule-sendgrid';
import { creator as slack } from '@secretlint/secretlint-rule-slack';

/** What we use of a rule of Secretlint, whatever its version. */
interface SecretlintRule {
  create(context: unknown, options: object): { file?(source: unknown): unknown };
}

/** A rule of Secretlint with what a text must have for it to be asked: its patterns are exact, and too dear for every line. */
export interface Detector {
  /** The vendor's own name, which no language translates. */
  readonly name: string;
  /** What is written in the place of the secret. */
  readonly mark: string;
  /** Words that every secret of the kind begins with, or has before it; as rules ask for them. Without any it is a password in an address. */
  readonly words: readonly string[];
  readonly rule: SecretlintRule;
  readonly options?: object;
  /** Where the rule finds more than secrets: what of it is one, by the name of the message and the text. */
  readonly isSecret?: (message: string, found: string) => boolean;
  /** What stands before the secret itself in the text that is found; its first group, looked ahead at, is the secret. */
  readonly before?: RegExp;
  /** What ends a secret that has several lines. */
  readonly end?: string;
}

/** A name and a password in an address, up to the `@`. */
const login = { words: [], before: /^[a-z+:]{1,30}:\/\/[^:/\s]{1,256}:(?=([^@/\s]{1,256})@)/i };

export const detectors: readonly Detector[] = [
  { name: 'GitHub token', mark: 'github-token', words: ['ghp_*', 'gho_*', 'ghu_*', 'ghs_*', 'ghr_*', 'github_pat_*'], rule: github },
  { name: 'GitLab token', mark: 'gitlab-token', words: ['glpat'], rule: gitlab },
  { name: 'npm token', mark: 'npm-token', words: ['npm_*'], rule: npm },
  { name: 'Slack token', mark: 'slack-token', words: ['xoxa', 'xoxb', 'xoxo', 'xoxp', 'xoxr', 'xapp', 'hooks'], rule: slack },
  {
    name: 'AWS access key', mark: 'aws-key', words: ['akia*', 'asia*', 'aws_secret*', 'secret_access*', 'secretaccess*'], rule: aws, options: { enableIDScanRule: true },
    // the numbers of accounts, groups, users and roles are none
    isSecret: (message, found) => message === 'AWSSecretAccessKey' || (message === 'AWSAccessKeyID' && /^A[KS]IA/.test(found)),
    before: /^["']?[A-Za-z_]{10,30}["']?\s{0,9}(?:=>|[:=])\s{0,9}["']?(?=([A-Za-z0-9/+=]{40}))/,
  },
  { name: 'SendGrid key', mark: 'sendgrid-key', words: ['sg'], rule: sendgrid },
  { name: 'OpenAI key', mark: 'openai-key', words: ['sk'], rule: openai },
  { name: 'Anthropic key', mark: 'anthropic-key', words: ['sk'], rule: anthropic },
  { name: 'private key', mark: 'private-key', words: ['begin'], rule: privateKey, end: '-----END' },
  { name: 'database password', mark: 'password', ...login, rule: database },
  { name: 'password in an address', mark: 'password', ...login, rule: basicAuth },
];

/** Where a detector finds secrets in a text. */
export function detect({ rule, options = {}, isSecret }: Detector, content: string): [start: number, end: number][] {
  const found: [number, number][] = [];
  const context = {
    createTranslator: () => (message: string) => message,
    report({ message, range: [start, end] }: { message: string; range: [number, number] }) {
      if (!isSecret || isSecret(message, content.slice(start, end))) found.push([start, end]);
    },
  };
  rule.create(context, options).file?.({ content, contentType: 'text', ext: '.txt' });
  return found;
}
