import { WIDTH } from "./panels.ts";
import type { Symbolic } from "./symbolic.ts";
import { type Room, roomFor } from "./wasm.ts";

/** A sparse symmetric matrix with a fixed pattern and its Cholesky factor L Lᵀ; see {@link createFactor}. */
export interface Factor {
  /**
   * Values of H at {@link Symbolic.pairTarget} and {@link Symbolic.diagonalAt}, zero elsewhere; `factorise` overwrites
   * them with those of L
   */
  readonly values: Float64Array;
  /** A_ma A_na of every pair of markets an activity touches, in the order of {@link Symbolic.pairTarget} */
  readonly pairProduct: Float64Array;
  /** activities H is to be built of, and the weight of each, 1 / q */
  readonly counted: Int32Array;
  readonly weight: Float64Array;
  /** Sets `values` to those of H = A D Aᵀ with the first `count` weights for D. */
  assemble(count: number): void;
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

type FactorRoom = Room<keyof ReturnType<typeof factorNeeds>["float64"], keyof ReturnType<typeof factorNeeds>["int32"]>;

/** The arrays of {@link Factor} that kernels work on. */
export function factorNeeds({ panels, valueCount, ...layout }: Symbolic) {
  const places = WIDTH * panels;
  const activities = layout.pairStart.length - 1;
  return {
    float64: {
      values: valueCount,
      diagonal: places,
      inverse: places,
      side: places,
      pairProduct: layout.pairTarget.length,
      weight: activities,
    },
    int32: {
      rowStart: layout.rowStart,
      row: layout.row,
      updateStart: layout.updateStart,
      update: layout.update,
      target: layout.target,
      pairStart: layout.pairStart,
      pairTarget: layout.pairTarget,
      counted: activities,
    },
  };
}

/**
 * Numeric L Lᵀ on a fixed layout, panel by panel from the left (Ng and Peyton, "Block sparse Cholesky algorithms on
 * advanced uniprocessor computers", 1993): first what earlier panels take off a panel, then the panel itself.
 * H must be positive semidefinite with a positive diagonal. Nothing is allocated after this. The room has
 * {@link factorNeeds}.
 */
export function createFactor(symbolic: Symbolic, room: FactorRoom = roomFor(factorNeeds(symbolic))): Factor {
  const { panels, diagonalAt, emptyAt } = symbolic;
  const places = WIDTH * panels;
  const { kernels, float64, int32 } = room;
  const { values, diagonal, inverse, side, pairProduct, weight } = float64;
  const { counted } = int32;
  const rowStart = int32.rowStart.byteOffset;
  const row = int32.row.byteOffset;
  const updateStart = int32.updateStart.byteOffset;
  const update = int32.update.byteOffset;
  const target = int32.target.byteOffset;
  const pairStart = int32.pairStart.byteOffset;
  const pairTarget = int32.pairTarget.byteOffset;

  return {
    values,
    pairProduct,
    counted,
    weight,
    side,

    assemble(count) {
      kernels.assemble(
        count,
        counted.byteOffset,
        weight.byteOffset,
        pairStart,
        pairTarget,
        pairProduct.byteOffset,
        values.byteOffset,
        values.byteOffset + values.byteLength,
      );
    },

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
