import { applyUpdates, settlePanel, solveBackward, solveForward } from "./kernels.ts";
import { WIDTH } from "./panels.ts";
import type { Symbolic } from "./symbolic.ts";

/** A sparse symmetric matrix with a fixed pattern and its Cholesky factor L Lᵀ; see {@link createFactor}. */
export interface Factor {
  /**
   * Values of H at {@link Symbolic.pairTarget} and {@link Symbolic.diagonalAt}, zero elsewhere; `factorise` overwrites
   * them with those of L
   */
  readonly values: Float64Array;
  /**
   * Factorises `values`. `raisedShare` is what a vanished pivot becomes, as a share of its diagonal: the smaller, the
   * longer the step along prices that no free activity pins down. True if there were such prices.
   */
  factorise(raisedShare: number): boolean;
  /** solves H z = b in place, b by place; empty places have to be 0 */
  solve(b: Float64Array): void;
}

/**
 * Numeric L Lᵀ on a fixed layout, panel by panel from the left (Ng and Peyton, "Block sparse Cholesky algorithms on
 * advanced uniprocessor computers", 1993): first what earlier panels take off a panel, then the panel itself.
 * H must be positive semidefinite with a positive diagonal. Nothing is allocated after this.
 */
export function createFactor(symbolic: Symbolic): Factor {
  const { panels, rowStart, row, updateStart, update, target, diagonalAt, emptyAt } = symbolic;
  const values = new Float64Array(WIDTH * row.length);
  const diagonal = new Float64Array(WIDTH * panels);
  const inverse = new Float64Array(WIDTH * panels);

  return {
    values,

    factorise(raisedShare) {
      for (const index of emptyAt) values[index] = 1;
      for (let place = 0; place < diagonal.length; place++) diagonal[place] = values[diagonalAt[place]!]!;
      let raised = false;
      for (let p = 0; p < panels; p++) {
        applyUpdates(values, update, target, updateStart[p]!, updateStart[p + 1]!);
        const start = WIDTH * rowStart[p]!;
        const end = WIDTH * rowStart[p + 1]!;
        if (settlePanel(values, diagonal, inverse, start, end, WIDTH * p, raisedShare)) raised = true;
      }
      return raised;
    },

    solve(b) {
      for (let p = 0; p < panels; p++) {
        solveForward(values, inverse, row, b, rowStart[p]!, rowStart[p + 1]!, WIDTH * p);
      }
      for (let p = panels - 1; p >= 0; p--) {
        solveBackward(values, inverse, row, b, rowStart[p]!, rowStart[p + 1]!, WIDTH * p);
      }
    },
  };
}
