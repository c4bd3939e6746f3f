/** What templates ask for between brackets. */
const nouns = new Set(
  `name names person people author authors owner owners assignee reporter engineer manager commander lead team teams role customer client account
  company product service services system component feature environment region title subject date dates day time times timestamp timezone duration number
  count amount percentage percent value metric id ticket link links url status severity priority impact cause reason detail details description summary
  event events action actions item task step steps outcome result lesson text content placeholder sentence example email phone contact location due start end
  incident issue brief short metrics version`.split(/\s+/),
);
/** Those that a template asks for by themselves; other single words in brackets are tags, actors, references. */
const alone = new Set('name date time owner author description link url placeholder text duration timestamp title number assignee details'.split(' '));
/** Words that bind them. */
const binders = new Set(
  `the a an of and or to for your our their this that if any here with in on per at by from was is what who when where why how much many
  affected impacted optional optionally applicable estimated exact full first last other new`.split(/\s+/),
);
/** Requests that only a template makes. */
const request = /^(?:insert|enter|fill in|fill|specify|describe|provide|replace|e\.g\.|eg\b|link to|your|add (?:a|an|the|your|link|details|description)|list (?:of|the|any|all)|briefly)\b/i;
/** Elements of HTML that are also words of templates. */
const elements = new Set(['address', 'details', 'link', 'object', 'summary', 'time', 'title', 'section', 'data', 'label', 'figure', 'a']);

/** Whether text in square or angle brackets is a hole of a template, and not a value, a reference, a tag or a type. */
export function isTemplateHole(line: string, index: number, bracketed: string): boolean {
  const before = line[index - 1] ?? ' ';
  if (/[\w\]!\\)]/.test(before)) return false;
  const inner = bracketed.slice(1, -1).trim();
  const angled = bracketed.startsWith('<');
  if (inner.length < 2 || inner.startsWith('^') || (angled && (/^[/!?]|[=/]|:\/\//.test(inner) || elements.has(inner)))) return false;
  if (/^(?:TBD|TBC|TBA|TODO|XXX+|\?{2,}|\.{3}|…)$/.test(inner)) return false; // found as marks by themselves
  if (/^(?:YYYY|HH:MM|hh:mm)/.test(inner)) return false;
  if (request.test(inner)) return true;
  const words = inner.toLowerCase().replace(/^@/, '').split(/[\s/_,-]+/).filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  if (/^(?:\d|[a-z])$/.test(last) && words.length > 1) words.pop();
  if (words.length === 1 && !alone.has(last)) return false;
  return words.length <= 8 && words.some((word) => nouns.has(word)) && words.every((word) => nouns.has(word) || binders.has(word));
}
