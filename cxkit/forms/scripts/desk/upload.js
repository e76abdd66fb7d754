/** A file on its way to Python, piece by piece: the next one goes when the last has arrived. */

const PIECE = 256 * 1024;

export class Upload {
  constructor(desk) {
    this.desk = desk;
    this.file = null;
  }

  /** @param {File} file */
  start(file) {
    const { desk } = this;
    const mb = (bytes) => desk.number(Math.ceil(bytes / 2 ** 20));
    if (file.size > desk.state.most_bytes) {
      desk.fail(desk.say('too_large', { size: mb(file.size), mb: mb(desk.state.most_bytes) }));
      return;
    }
    this.file = file;
    desk.work.show('uploading', 0);
    desk.send({ kind: 'begin', name: file.name, size: file.size });
  }

  /** @param {number} got bytes that have arrived */
  async go(got) {
    const { file, desk } = this;
    if (!file) return;
    desk.work.show('uploading', got / file.size);
    if (got >= file.size) {
      this.file = null;
      return;
    }
    const piece = await file.slice(got, got + PIECE).arrayBuffer();
    if (this.file === file) desk.post({ kind: 'piece', at: got }, [piece]);
  }

  /** The kernel that took the pieces is gone. */
  lose() {
    if (!this.file) return;
    this.file = null;
    this.desk.fail(this.desk.say('lost'));
  }

  end() {
    if (!this.file) return;
    this.file = null;
    this.desk.work.end();
  }

  cancel() {
    if (!this.file) return false;
    this.file = null;
    this.desk.send({ kind: 'cancel' });
    return true;
  }
}
