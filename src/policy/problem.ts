/** Something a policy says that the model cannot mean; `path` leads from the policies (by id) to the field. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** All problems found in the policies of a scenario; surfaces add file, line and column. */
export class PolicyProblem extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((p) => `${p.path.join(".")}: ${p.message}`).join("\n"));
    this.name = "PolicyProblem";
    this.problems = problems;
  }
}
