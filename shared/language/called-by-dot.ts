/**
 * What is wrong where a script has written a dot for the colon: the first argument is then in the place of the object. To be asked
 * first by methods that scripts call.
 */
export function calledByDot(self: unknown, method: string): string | undefined {
  return typeof self === "object" ? undefined : `call ${method} with a colon`;
}
