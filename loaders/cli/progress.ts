/** Says on stderr what is being done: one live line on a terminal, plain lines in a log. */
export class Progress {
  private readonly live = process.stderr.isTTY === true;
  private open = false;

  step(text: string): void {
    if (this.live) {
      process.stderr.write(`\r\u001b[2K${text} ...`);
      this.open = true;
    } else {
      process.stderr.write(`${text}\n`);
    }
  }

  /** A line that stays. */
  note(text: string): void {
    this.end();
    process.stderr.write(`${text}\n`);
  }

  end(): void {
    if (this.open) process.stderr.write("\r\u001b[2K");
    this.open = false;
  }
}
