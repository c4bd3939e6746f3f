/**
 * What came of a stage.
 * @typedef {{ title: string, details: string }} Failed
 * @typedef {{ passed: number, skipped: number, failures: Failed[] }} Tally
 */

/** @returns {Tally} */
export function nothing() {
  return { passed: 0, skipped: 0, failures: [] };
}

/**
 * @param {string} title what failed
 * @param {string} details why
 * @returns {Tally}
 */
export function failure(title, details) {
  return { ...nothing(), failures: [{ title, details }] };
}

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  return {
    passed: tallies.reduce((all, { passed }) => all + passed, 0),
    skipped: tallies.reduce((all, { skipped }) => all + skipped, 0),
    failures: tallies.flatMap(({ failures }) => failures),
  };
}

/**
 * @param {Tally} tally
 * @returns {string} as in "12 passed, 0 failed, 3 skipped"
 */
export function counts({ passed, skipped, failures }) {
  return `${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
