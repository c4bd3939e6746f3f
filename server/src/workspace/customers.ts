import { isSomebody } from '../document/item-mention';
import type { IncidentDocument } from '../document/document';
import { plainText, wordsOf } from '../document/words';

/** A name is no longer. */
const longest = 60;
/** A document that names more is no record of one customer's. */
const most = 20;
const crowd = /^(?:all|any|every|some|many|multiple|several|various|most|none|no|internal|external|public|other|the|our|unknown|free|paid|enterprise|\d+)\b|\b(?:customers?|clients?|users?|tenants?|everyone)$/;

/** "Blue Heron Books (retail), Norwind and Tarn Ltd" as names. */
export function customerNamesIn(value: string): string[] {
  return plainText(value)
    .replace(/\s*[([][^()[\]]{0,80}[)\]]?/g, '')
    .split(/\s*(?:[,;|\n]|\s\/\s|\s&\s(?=\S+\s\S)|\band\b)\s*/)
    .map((name) => name.replace(/\s[-–—]\s.*$/, '').replace(/[.:]$/, '').trim())
    .filter((name) => name.length > 1 && name.length <= longest && /\p{Lu}/u.test(name) && isSomebody(name) && !crowd.test(wordsOf(name)));
}

/** The customers whose document it is, as it states them. */
export function customersOf({ fields }: IncidentDocument): string[] {
  return [...new Set(fields.flatMap(({ key, value }) => (key === 'customer' ? customerNamesIn(value) : [])))].slice(0, most);
}
