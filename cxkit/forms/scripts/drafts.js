/**
 * What is not confirmed as saved, kept in this browser. Storage may be full, blocked or absent:
 * then typing and saving go on without it.
 */
export class Drafts {
  /** @param {string} workbook @param {string} exercise */
  constructor(workbook, exercise) {
    this.key = `cxkit:draft:${workbook}:${exercise}`;
  }

  /** @returns {{revision: number, value: any, conflicts: any} | null} */
  read() {
    try {
      const draft = JSON.parse(localStorage.getItem(this.key) ?? 'null');
      return draft && typeof draft.value === 'object' && draft.value ? draft : null;
    } catch {
      return null;
    }
  }

  /** @returns {boolean} whether it could be kept */
  keep(revision, value, conflicts = []) {
    try {
      localStorage.setItem(this.key, JSON.stringify({ revision, value, conflicts }));
      return true;
    } catch {
      return false;
    }
  }

  drop() {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // Blocked storage holds no draft.
    }
  }
}
