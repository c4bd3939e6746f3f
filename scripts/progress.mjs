// What the two commands say while they work.

/** Something a person can understand and act on: `message` is one sentence, `details` the output that led to it. */
export class Failure extends Error {
  /**
   * @param {string} message
   * @param {string} [details]
   */
  constructor(message, details = '') {
    super(message);
    this.details = details;
  }
}

/**
 * Does `work`, and from the first second on says that it is being done and for how long.
 * @template T
 * @param {string} title in the progressive: "Installing …"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const started = performance.now();
  const live = process.stdout.isTTY === true;
  let said = 0;
  const tick = setInterval(() => {
    const elapsed = Math.floor((performance.now() - started) / 1000);
    if (live) process.stdout.write(`\r${title} … ${elapsed} s`);
    else if (said === 0) console.log(`${title} …`);
    else if (said % 10 === 0) console.log(`${title} … ${elapsed} s`);
    said++;
  }, 1000);
  try {
    return await work();
  } finally {
    clearInterval(tick);
    if (said > 0) console.log(`${live ? '\r' : ''}${title} … ${seconds(performance.now() - started)}`);
  }
}

/**
 * @param {number} milliseconds
 * @returns {string} as in "0.4 s"
 */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/**
 * Says why a command ends early.
 * @param {unknown} error
 */
export function explain(error) {
  if (error instanceof Failure) {
    if (error.details.trim() !== '') console.error(`\n${error.details.trimEnd()}\n`);
    console.error(error.message);
  } else {
    console.error(error);
  }
}
