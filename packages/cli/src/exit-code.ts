/** What the process will end with; a command that does not end with 0 sets it. */
export interface ExitCode {
  code: number;
}
