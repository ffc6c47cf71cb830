import { LARGEST_NUMBER } from "../protocol";

/** Ids of one sender's long messages to one receiver: 1..64,769, then 1 again; 0 is the short mark. */
export class MessageIds {
  private last = 0;

  next(): number {
    this.last = this.last >= LARGEST_NUMBER ? 1 : this.last + 1;
    return this.last;
  }
}
