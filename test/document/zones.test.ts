import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { dayNumber, zoneOffset } from '../../server/src/document/time';
import { offsetOn } from '../../server/src/document/zone';

const winter = dayNumber(2024, 1, 15) as number;
const summer = dayNumber(2024, 7, 15) as number;

/** A zone's name, and its offset in minutes in winter and in summer. */
const rows: readonly [name: string, winter: number | null, summer: number | null][] = [
  ['UTC', 0, 0],
  ['CET', 60, 60],
  ['CEST', 120, 120],
  ['MESZ', 120, 120],
  ['PDT', -420, -420],
  ['+02:00', 120, 120],
  ['-0730', -450, -450],
  ['UTC+1', 60, 60],
  ['GMT-3', -180, -180],
  ['ET', -300, -240],
  ['Pacific Time', -480, -420],
  ['Central', -360, -300],
  ['Mountain', -420, -360],
  ['Europe/Berlin', 60, 120],
  ['Asia/Kolkata', 330, 330],
  ['IST', null, null],
  ['Nowhere/Town', null, null],
];

describe('offsets of zones', () => {
  for (const [text, ...expected] of rows) {
    test(text, () => {
      const zone = { text, span: { start: 0, end: text.length }, offset: zoneOffset(text) };
      assert.deepEqual([offsetOn(zone, winter), offsetOn(zone, summer)], expected);
    });
  }

  test('a place is read as a zone', () => {
    assert.equal(parse('# T\n\n## Timeline (Europe/Berlin)\n\n- 2024-01-02 10:00 a\n').timelines[0]?.entries[0]?.zone?.text, 'Europe/Berlin');
  });

  /** Rows of a timeline, and the zone and the end of the first. */
  const west: readonly [timeline: string, zone: string | null, isRange: boolean][] = [
    ['- 06:05 -07:00 Alarm\n- 06:12 -07:00 Call', '-07:00', false],
    ['- **06:05 -07:00** Alarm\n- **06:12 -07:00** Call\n- **15:40 -08:00** Mended', '-07:00', false],
    ['- 06:05 -07:00 Alarm\n- 07:12 -08:00 Call', null, true],
    ['- 06:05 - 07:00 Alarm\n- 06:12 - 07:00 Call', null, true],
    ['- 06:05-07:00 Alarm\n- 06:12-07:00 Call', null, true],
    ['- 06:05 -07:00 Alarm', null, true],
    ['- 06:05 -07:20 Alarm\n- 06:12 -07:20 Call', null, true],
  ];
  for (const [timeline, zone, isRange] of west) {
    test(`${JSON.stringify(timeline)}: ${zone ?? 'a range'}`, () => {
      const entry = parse(`# T\n\n## Timeline\n\n${timeline}\n`).timelines[0]?.entries[0];
      assert.deepEqual([entry?.zone?.text ?? null, entry?.end !== null], [zone, isRange]);
    });
  }

  test('durations are taken between instants', () => {
    const { metrics } = parse('# T\n\n## Timeline\n\n- 2024-07-02 10:00 ET Alert fired\n- 2024-07-02 14:30 UTC Rolled back\n');
    assert.equal(metrics.timeToMitigate, 1800);
  });
});
