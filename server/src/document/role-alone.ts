import { headingWords, MAX_HEADING, partBreak } from './roles';
import type { Roles } from './roles';
import { remembered, withoutNumbering } from './words';

const readings = new WeakMap<Roles, (label: string) => boolean>();

/** Whether a label is nothing but the words of one role, or of several: what a heading without markup must be. */
export function isRoleAlone(roles: Roles, label: string): boolean {
  if (label.length > MAX_HEADING) return false;
  let read = readings.get(roles);
  if (!read) readings.set(roles, (read = remembered((text) => readAlone(roles, text))));
  return read(label);
}

function readAlone(roles: Roles, label: string): boolean {
  const outer = withoutNumbering(label).replace(/\s*[([][^)\]]*[)\]]\s*$/, '');
  return roles.exact(headingWords(outer)) !== undefined || outer.split(partBreak).every((part) => roles.exact(headingWords(part)) !== undefined);
}
