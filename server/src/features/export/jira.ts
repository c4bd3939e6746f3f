import { t } from '../../l10n';
import { withAddresses } from './addresses';
import type { PlanFormat } from './plan-format';
import { tableOf, type Write } from './table';
import { standingWords, titleOfPlan } from './words';

const write: Write = { words: inJira, link: (text, url) => `[${inJira(text)}|${url.replace(/[\s|[\]{}\\^]/g, encodeURIComponent)}]` };

/** A table in Jira's wiki markup. */
export const jira: PlanFormat = {
  extension: 'txt',
  write: (plans) => plans
    .map(({ file, plan }) => {
      const { header, rows } = tableOf(plan, write);
      return [
        `h2. ${t('Action plan: {0}', inJira(titleOfPlan(plan, file)))}`,
        '',
        inJira(standingWords(plan)),
        // an empty cell would be taken for the edge of a heading's
        ...(rows.length > 0 ? ['', `||${header.join('||')}||`, ...rows.map((cells) => `|${cells.map((cell) => cell || ' ').join('|')}|`)] : []),
        '',
      ].join('\n');
    })
    .join('\n'),
};

/** Its phrases, macros, links, images, dashes and faces; signs that open a phrase do so only where words begin. */
const markup = /\\|&(?=#?\w+;)|[{}[\]|^~]|(?<![\p{L}\p{N}])[*_+!-](?=\S)|(?<=-)-|-(?=-)|(?<=\?)\?|\?(?=\?)|:(?=[()DP])|;(?=\))|\((?=(?:[-ynix!?+/*]|\*[rgby]|on|off|flag|flagoff)\))/gu;
/** What no backslash can stand before. */
const entities: Readonly<Record<string, string>> = { '\\': '&#92;', '&': '&amp;', ':': '&#58;', ';': '&#59;', '#': '&#35;', '.': '&#46;' };

/**
 * Text as Jira's wiki markup shows it as it is. Its renderer knows a backslash before `! [ ] ^ ~ + ? % { } ( ) * _ - | @`, and entities for the
 * rest; an address that stands alone is a link, and would be another one with a backslash in it.
 */
export function inJira(text: string): string {
  const written = withAddresses(text, (address) => address, escaped);
  return written.replace(/^[*-](?=\s)/, '\\$&').replace(/^#/, entities['#'] as string).replace(/^(h[1-6]|bq)\./, `$1${entities['.']}`);
}

const escaped = (words: string): string => words.replace(markup, (sign) => entities[sign] ?? `\\${sign}`);
