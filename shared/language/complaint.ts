/** Says what is wrong with a value, or nothing if it is right. */
export type Complaint = string | undefined;
