import { WIDTH } from "./panels.ts";
import type { Symbolic } from "./symbolic.ts";
import { roomFor } from "./wasm.ts";

/** A sparse symmetric matrix with a fixed pattern and its Cholesky factor L Lᵀ; see {@link createFactor}. */
export interface Factor {
  /**
   * Values of H at {@link Symbolic.pairTarget} and {@link Symbolic.diagonalAt}, zero elsewhere; `factorise` overwrites
   * them with those of L
   */
  readonly values: Float64Array;
  /** b of H z = b by place, 0 at empty ones; `solve` overwrites it with z */
  readonly side: Float64Array;
  /**
   * Factorises `values`. `raisedShare` is what a vanished pivot becomes, as a share of its diagonal: the smaller, the
   * longer the step along prices that no free activity pins down. True if there were such prices.
   */
  factorise(raisedShare: number): boolean;
  /** solves H z = b in place */
  solve(): void;
}

/**
 * Numeric L Lᵀ on a fixed layout, panel by panel from the left (Ng and Peyton, "Block sparse Cholesky algorithms on
 * advanced uniprocessor computers", 1993): first what earlier panels take off a panel, then the panel itself.
 * H must be positive semidefinite with a positive diagonal. Nothing is allocated after this.
 */
export function createFactor({ panels, diagonalAt, emptyAt, valueCount, ...layout }: Symbolic): Factor {
  const places = WIDTH * panels;
  const { kernels, float64, int32 } = roomFor(
    { values: valueCount, diagonal: places, inverse: places, side: places },
    {
      rowStart: layout.rowStart,
      row: layout.row,
      updateStart: layout.updateStart,
      update: layout.update,
      target: layout.target,
    },
  );
  const { values, diagonal, inverse, side } = float64;
  const rowStart = int32.rowStart.byteOffset;
  const row = int32.row.byteOffset;
  const updateStart = int32.updateStart.byteOffset;
  const update = int32.update.byteOffset;
  const target = int32.target.byteOffset;

  return {
    values,
    side,

    factorise(raisedShare) {
      for (const index of emptyAt) values[index] = 1;
      for (let place = 0; place < places; place++) diagonal[place] = values[diagonalAt[place]!]!;
      const raised = kernels.factorise(
        panels,
        rowStart,
        updateStart,
        update,
        target,
        values.byteOffset,
        diagonal.byteOffset,
        inverse.byteOffset,
        raisedShare,
      );
      return raised !== 0;
    },

    solve() {
      kernels.solve(panels, rowStart, row, values.byteOffset, inverse.byteOffset, side.byteOffset);
    },
  };
}
