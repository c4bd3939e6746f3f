import { isoMoment } from '../document/time';
import type { CheckedDocument } from './checked-file';
import { diagnosticOf } from './diagnostic';
import { isoDuration } from '../document/iso-duration';

/** Everything that is known of a document, in the contract's shape. Lines count from 1, moments are local to their zone. */
export function inspection({ file, document, findings }: CheckedDocument): object {
  const { text, kind, detection, title, fields, allSections, timelines, plan, milestones, metrics } = document;
  return {
    file,
    kind,
    detection,
    title: title && { line: title.line + 1, text: title.text },
    fields: fields
      .filter(({ key }) => key !== null)
      .map(({ line, key, label, value }) => ({ line: line + 1, key, label, value })),
    sections: allSections.map((section) => ({
      line: section.line + 1,
      endLine: section.endLine + 1,
      title: section.title,
      level: section.level,
      roles: section.roles,
    })),
    timeline: timelines
      .flatMap(({ entries }) => entries)
      .sort((a, b) => a.line - b.line)
      .map((entry) => ({
        line: entry.line + 1,
        start: isoMoment(entry.start),
        // a date that can be read both ways, such as 03/04/2024
        ...(entry.start.otherDay !== undefined && { otherStart: isoMoment({ ...entry.start, day: entry.start.otherDay }) }),
        end: entry.end && isoMoment(entry.end),
        zone: entry.zone?.text ?? null,
        text: entry.text,
        milestones: entry.milestones,
      })),
    actions: plan.items.map((item) => ({
      line: item.line + 1,
      text: item.text,
      done: item.state === 'untracked' ? null : item.state === 'done',
      owner: item.owner?.value ?? null,
      due: item.due && (item.due.date ?? item.due.value),
      tickets: item.tickets.map(({ value }) => value),
      horizon: item.group.horizon,
    })),
    milestones: Object.fromEntries(Object.entries(milestones).map(([key, { line, at }]) => [key, { line: line + 1, at: isoMoment(at) }])),
    metrics: Object.fromEntries(Object.entries(metrics).map(([key, seconds]: [string, number | null]) => [key, isoDuration(seconds)])),
    diagnostics: findings.map((finding) => diagnosticOf(text, finding)),
  };
}
