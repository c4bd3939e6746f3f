import type { SourceText, Span } from '../document/text';
import type { CheckedFinding } from '../rules/check';
import { maxProblemsId } from '../rules/check';
import type { Fix, Rule, Severity } from '../rules/rule';
import type { CheckedFile } from './checked-file';
import { placeOf, placesElsewhere } from './diagnostic';

export interface SarifOptions {
  readonly version: string;
  readonly rules: readonly Rule[];
  /** The pages of the rules by their ids, as Markdown. */
  readonly pages: Readonly<Record<string, string>>;
  /** What could not be done, a sentence each. */
  readonly failures: readonly string[];
}

const project = 'https://github.com/incident-docs/incident-docs';
const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

/** What findings may be named that come from no rule. */
const otherIds: Readonly<Record<string, string>> = {
  [maxProblemsId]: 'A document has no more problems than `maxProblems` allows to show',
  'unknown-rule': 'Rules are named by ids that there are',
  'invalid-settings': 'Settings are written as they are read',
};

/** The findings in the Static Analysis Results Interchange Format 2.1.0, with a description of every rule. */
export function sarifReport(files: readonly CheckedFile[], options: SarifOptions): string {
  const found = files.flatMap((file) => file.findings.map((finding) => ({ file, finding })));
  const known = new Set(options.rules.map(({ id }) => id));
  const others = [...new Set(found.map(({ finding }) => finding.rule))].filter((id) => !known.has(id));
  const rules = [...options.rules.map((rule) => descriptorOf(rule, options.pages[rule.id])), ...others.map(otherDescriptor)];
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Incident Docs', version: options.version, semanticVersion: options.version, informationUri: project, rules } },
        invocations: [
          {
            executionSuccessful: options.failures.length === 0,
            ...(options.failures.length > 0 && { toolExecutionNotifications: options.failures.map((text) => ({ level: 'error', message: { text } })) }),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: found.map(({ file, finding }) => resultOf(file, finding, indexes.get(finding.rule) ?? -1)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

interface Descriptor {
  readonly id: string;
  readonly [property: string]: unknown;
}

function descriptorOf({ id, group, summary, severity }: Rule, page: string | undefined): Descriptor {
  const helpUri = `${project}/blob/main/server/src/rules/${group}/${id}.md`;
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: page === undefined ? `${summary}.` : whyOf(page) },
    help: { text: `${summary}. See ${helpUri}`, ...(page !== undefined && { markdown: page }) },
    helpUri,
    defaultConfiguration: { enabled: severity !== 'off', level: severity === 'off' ? 'note' : levels[severity] },
    properties: { tags: [group] },
  };
}

function otherDescriptor(id: string): Descriptor {
  const text = otherIds[id] ?? id;
  return { id, shortDescription: { text }, fullDescription: { text: `${text}.` }, help: { text: `${text}. See ${project}` } };
}

/** The first paragraph below the head of a rule's page. */
function whyOf(page: string): string {
  return page.split(/\n{2,}/)[2]?.replaceAll('**', '').trim() ?? page;
}

function resultOf(checked: CheckedFile, finding: CheckedFinding, ruleIndex: number): object {
  const { file, text } = checked;
  const { rule, severity, span, message, related = [], fixes = [] } = finding;
  const places = [
    ...related.map((other) => ({ ...locationOf(file, text, other.span), message: { text: other.message } })),
    ...placesElsewhere(checked, finding).map((other) => ({
      physicalLocation: { artifactLocation: artifactOf(other.file), region: { startLine: other.line } }, message: { text: other.message },
    })),
  ];
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [locationOf(file, text, span)],
    ...(places.length > 0 && { relatedLocations: places.map((place, id) => ({ id, ...place })) }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(file, text, fix)) }),
    properties: { severity },
  };
}

function fixOf(file: string, text: SourceText, { title, kind, edits }: Fix): object {
  const replacements = edits.map(({ span, newText }) => ({ deletedRegion: regionOf(text, span), insertedContent: { text: newText } }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation: artifactOf(file), replacements }], properties: { kind } };
}

function locationOf(file: string, text: SourceText, span: Span): object {
  return { physicalLocation: { artifactLocation: artifactOf(file), region: regionOf(text, span) } };
}

function regionOf(text: SourceText, span: Span): object {
  const { line, column, endLine, endColumn } = placeOf(text, span);
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** A relative path is one below the folder that the command ran in, which is the repository's where GitHub reads it. */
function artifactOf(file: string): object {
  const path = encodeURI(file).replace(/[?#]/g, encodeURIComponent);
  const scheme = file.startsWith('/') ? 'file://' : /^[A-Za-z]:\//.test(file) ? 'file:///' : '';
  return { uri: scheme + path };
}
