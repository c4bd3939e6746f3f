/** Does what is asked of one thing one after another, in the order of asking; what is asked of others does not wait. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Does the work when all that was asked of the same thing before is over, whether it succeeded or not. Settles as the work does. */
  take<T>(of: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.last.get(of) ?? Promise.resolve()).then(work, work);
    this.last.set(of, turn);
    const leave = (): void => {
      if (this.last.get(of) === turn) this.last.delete(of);
    };
    turn.then(leave, leave);
    return turn;
  }
}
