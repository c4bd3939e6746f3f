import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { check } from '../../server/src/rules/check';
import { defaultSettings } from '../../server/src/settings';
import { assertNoSquare } from '../support/cpu-time';
import { siblingsOf } from '../support/siblings';

const filled = (piece: string) => (length: number) => `# Post-mortem: x\n\n## Root Cause\n\n${piece.repeat(length / piece.length)}`;

/** Texts whose rules ask for the documents beside them. */
const among: Readonly<Record<string, (length: number) => string>> = {
  'links to nothing': filled('[a](b.md) '), 'links that do not end': filled('[a](b '), 'ids of a series': filled('INC-113 and INC-114, '), 'ids that go on': filled('INC-113-INC-113_'),
  'prefixes of a series': filled('INC-'), 'labels of a team': filled('\nDepot of North: x\n'), 'actions that recur': (length) => `# Post-mortem: x\n\n## Action Items\n\n${'- Alarm on the length of the order queue\n'.repeat(length / 41)}`,
  'different actions': (length) => `# Post-mortem: x\n\n## Action Items\n\n${Array.from({ length: length / 36 }, (_, index) => `- Alarm on the queue of shop${index} soon`).join('\n')}\n`,
  'ids of documents': filled('\nIncident ID: INC-104\n'), 'words in one section': filled('certificate of gateway '), addresses: filled('a://'), 'at signs': filled('a@'),
};
const series = Object.fromEntries(['INC-104', 'INC-112', 'INC-127', 'INC-130', 'INC-140', 'INC-150'].map((id) => [`${id}.md`, `# ${id}: x\n\nCustomer: Alder\n\n## Action Items\n\n- Alarm on the length of the order queue\n`]));

describe('the rules over several documents take no square of the time', () => {
  for (const [name, make] of Object.entries(among)) {
    test(name, () => assertNoSquare((length) => {
      const text = make(length);
      return () => {
        const document = parse(text, { declared: true });
        check(document, defaultSettings, { now: 0, siblings: siblingsOf('a.md', document, series) });
      };
    }));
  }
});
