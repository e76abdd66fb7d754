/**
 * Things that a link should point to, on their way to the exercise that owns them. The browser
 * chooses their ids, so that asking twice, after a lost connection, writes one thing.
 */
export class Creations {
  /** @param {(message: any) => void} send */
  constructor(send) {
    this.send = send;
    this.count = 0;
    this.prefix = `c${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`;
    /** @type {Map<string, {message: any, done: (answer: {id?: string, refusal?: string}) => void}>} */
    this.waiting = new Map();
  }

  /**
   * @param {{target: string, id?: string, label?: string, holder?: string, holder_label?: string}} wanted
   * @param {'create' | 'take-back'} [kind]
   * @returns {Promise<{id?: string, gone?: boolean, refusal?: string}>} the id to link to; whether it is
   *   gone again; or why nothing was done
   */
  ask(wanted, kind = 'create') {
    this.count += 1;
    const request = `${this.prefix}-${this.count}`;
    const message = { kind, request, ...wanted };
    return new Promise((done) => {
      this.waiting.set(request, { message, done });
      this.send(message);
    });
  }

  /** @param {any} message `created`, `taken-back` or `refused` @returns {boolean} whether it was for one of these */
  answered({ kind, request, id, gone, message }) {
    const asked = this.waiting.get(request);
    if (!asked) return false;
    this.waiting.delete(request);
    asked.done(kind === 'refused' ? { refusal: message || '…' } : { id, gone });
    return true;
  }

  /** Asks again for what was on its way when the connection broke. */
  again() {
    for (const { message } of this.waiting.values()) this.send(message);
  }
}
