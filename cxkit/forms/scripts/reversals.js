/**
 * What was written elsewhere for a link's sake goes and comes with that link: undo takes it away again,
 * redo brings it back. What somebody has written more about stays, and the form says so.
 */
export class Reversals {
  /** @param {(wanted: any, kind: 'create' | 'take-back') => Promise<any>} ask @param {(wanted: any, gone: boolean, refusal?: string) => void} tell */
  constructor(ask, tell) {
    this.ask = ask;
    this.tell = tell;
    /** @type {Map<string, any>} what this form had written, by id */
    this.made = new Map();
    /** @type {Set<string>} what is no longer linked to, and not taken away yet */
    this.leaving = new Set();
  }

  wrote(wanted) {
    this.made.set(wanted.id, wanted);
  }

  /** A step of undo or redo led from one value to another. */
  stepped(before, after) {
    for (const [id, wanted] of this.made) {
      const [was, is] = [names(before, id), names(after, id)];
      if (was && !is) this.leaving.add(id);
      else if (is && !was && !this.leaving.delete(id)) this.ask(wanted, 'create');
    }
  }

  /** Called when all is saved: only then does nothing stored link to what leaves. */
  settle() {
    for (const id of this.leaving) this.takeBack(this.made.get(id));
    this.leaving.clear();
  }

  async takeBack(wanted) {
    const { gone, refusal } = await this.ask(wanted, 'take-back');
    this.tell(wanted, Boolean(gone), refusal);
    return Boolean(gone);
  }
}

function names(value, id) {
  if (value && typeof value === 'object') return Object.values(value).some((inner) => names(inner, id));
  return value === id;
}
