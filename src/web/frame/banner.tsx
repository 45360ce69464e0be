import { addressProblems, loadProblem, words } from "../state.ts";

/** What went wrong with the page itself: a file that did not come, an address that could not be read. */
export function Banner() {
  const { shell } = words.value;
  const problems = addressProblems.value;
  const missing = loadProblem.value;
  return (
    <div role="alert">
      {missing && (
        <p class="banner">{missing.file === "" ? shell.fault({ why: missing.why }) : shell.notLoaded(missing)}</p>
      )}
      {problems.length > 0 && (
        <div class="banner">
          <p>{shell.problems({ count: problems.length })}</p>
          <ul>
            {problems.map((problem) => (
              <li key={JSON.stringify(problem)}>{shell.problem(problem)}</li>
            ))}
          </ul>
          <button type="button" class="button" onClick={() => (addressProblems.value = [])}>
            {shell.close}
          </button>
        </div>
      )}
    </div>
  );
}
