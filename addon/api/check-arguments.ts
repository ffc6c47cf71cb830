/** Line of the code that called the public method: this function, the method, its caller. */
const CALLER_OF_METHOD = 3;

/** Refuses an argument of another type with an error on the line of whoever called the public method. */
export function checkArgument(method: string, name: string, value: unknown, expected: string): void {
  if (type(value) === expected) return;
  error(`${method}: ${name} must be a ${expected}, not ${type(value)}`, CALLER_OF_METHOD);
}

/** Refuses data that `complaint` has something to say about, on the same line. */
export function checkData(method: string, complaint: string | undefined): void {
  if (complaint !== undefined) error(`${method}: ${complaint}`, CALLER_OF_METHOD);
}
