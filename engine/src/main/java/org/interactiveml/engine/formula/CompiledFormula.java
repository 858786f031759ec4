package org.interactiveml.engine.formula;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.interactiveml.engine.formula.Compiler.Value;

/**
 * A formula, or several that share their common parts, ready to run over rows, block by block so that intermediate values stay
 * in the first-level cache. What depends on no column is computed once per call.
 *
 * <p>The same bits on every machine, for one row or many, however the rows are cut into calls. Immutable and thread-safe:
 * buffers belong to the call, or to an {@link Evaluator} for many calls. Cost: one pass per operation and block; memory: a few blocks of 256 doubles.
 */
public final class CompiledFormula {
    private static final int BLOCK = 256;

    private final int columnCount;
    private final int parameterCount;
    private final Value[] values;
    private final double[] constants;
    /** The values to compute once per call, in order. */
    private final int[] once;
    /** The columns to read, and the steps to take for every block, in order. */
    private final int[] loads;

    private final int[] steps;
    private final boolean[] varying;
    private final boolean[] broadcast;
    private final Registers registers;
    private final int[] results;

    CompiledFormula(int columnCount, int parameterCount, List<Value> values, int[] results) {
        this.columnCount = columnCount;
        this.parameterCount = parameterCount;
        this.values = values.toArray(Value[]::new);
        this.results = results;
        varying = new boolean[this.values.length];
        broadcast = new boolean[this.values.length];
        for (int i = 0; i < this.values.length; i++) {
            varying[i] = switch (this.values[i]) {
                case Value.Fixed fixed -> false;
                case Value.Parameter parameter -> false;
                case Value.Column column -> true;
                case Value.Step step -> {
                    boolean varies = varying[step.left()] || varying[step.right()];
                    if (varies) {
                        broadcast[step.left()] |= !varying[step.left()];
                        broadcast[step.right()] |= !varying[step.right()];
                    }
                    yield varies;
                }
            };
        }
        constants = new double[this.values.length];
        for (int i = 0; i < constants.length; i++) {
            constants[i] = this.values[i] instanceof Value.Fixed(double value) ? value : 0;
        }
        once = IntStream.range(0, constants.length)
                .filter(i -> !varying[i] && !(this.values[i] instanceof Value.Fixed))
                .toArray();
        loads = IntStream.range(0, constants.length)
                .filter(i -> this.values[i] instanceof Value.Column)
                .toArray();
        steps = IntStream.range(0, constants.length)
                .filter(i -> varying[i] && this.values[i] instanceof Value.Step)
                .toArray();
        registers = new Registers(this.values, varying, results);
    }

    /** How many formulas it computes. */
    public int size() {
        return results.length;
    }

    /**
     * The value of the first formula for one row.
     *
     * @param inputs the row's column values, then the parameters
     */
    public double at(double... inputs) {
        if (inputs.length != columnCount + parameterCount) {
            throw new IllegalArgumentException(
                    "expected " + (columnCount + parameterCount) + " inputs, not " + inputs.length);
        }
        double[] computed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            computed[i] = switch (values[i]) {
                case Value.Fixed fixed -> fixed.value();
                case Value.Column column -> inputs[column.index()];
                case Value.Parameter parameter -> inputs[columnCount + parameter.index()];
                case Value.Step step -> step.op().apply(computed[step.left()], computed[step.right()]);
            };
        }
        return computed[results[0]];
    }

    /** {@link #evaluate(double[][], double[], int, int, double[])} over all rows of the only column, without parameters. */
    public double[] evaluate(double[] column) {
        double[] out = new double[column.length];
        evaluate(new double[][] {column}, new double[0], 0, column.length, out);
        return out;
    }

    /**
     * Writes the values of rows {@code from} up to but not including {@code to} into the same places of {@code out}.
     *
     * @param columns one array per column, in the order given to {@link Formula#compile}; not modified
     * @param parameters in the order given to {@link Formula#compile}; not modified
     * @param out may be one of the columns
     */
    public void evaluate(double[][] columns, double[] parameters, int from, int to, double[] out) {
        evaluate(columns, parameters, from, to, new double[][] {out});
    }

    /**
     * As {@link #evaluate(double[][], double[], int, int, double[])}, for the first {@code outs.length} formulas.
     *
     * @param outs one array for each; none of them a column unless there is only one
     */
    public void evaluate(double[][] columns, double[] parameters, int from, int to, double[][] outs) {
        evaluator().evaluate(columns, parameters, from, to, outs);
    }

    /** For many calls one after another. */
    public Evaluator evaluator() {
        return new Evaluator();
    }

    /** The formulas with buffers that are kept from call to call, which so allocate nothing. Not thread-safe. */
    public final class Evaluator {
        private final double[] fixed = constants.clone();
        /** One block for each value. Fixed ones fill theirs, so that every kernel reads two arrays. */
        private final double[][] operands = new double[values.length][];

        private int block;

        private Evaluator() {}

        /** As {@link CompiledFormula#evaluate(double[][], double[], int, int, double[][])}. */
        public void evaluate(double[][] columns, double[] parameters, int from, int to, double[][] outs) {
            if (columns.length != columnCount || parameters.length != parameterCount) {
                throw new IllegalArgumentException("expected " + columnCount + " columns and " + parameterCount
                        + " parameters, not " + columns.length + " and " + parameters.length);
            }
            fix(parameters);
            boolean varies = false;
            for (int k = 0; k < outs.length; k++) {
                Objects.checkFromToIndex(from, to, outs[k].length);
                varies |= varying[results[k]];
                if (!varying[results[k]]) {
                    Arrays.fill(outs[k], from, to, fixed[results[k]]);
                }
            }
            if (varies) {
                reserve(Math.min(BLOCK, to - from));
                spread(Math.min(BLOCK, to - from));
                for (int row = from; row < to; row += BLOCK) {
                    runBlock(columns, row, Math.min(BLOCK, to - row), outs);
                }
            }
        }

        private void fix(double[] parameters) {
            for (int i : once) {
                if (values[i] instanceof Value.Parameter parameter) {
                    fixed[i] = parameters[parameter.index()];
                } else if (values[i] instanceof Value.Step step) {
                    fixed[i] = step.op().apply(fixed[step.left()], fixed[step.right()]);
                }
            }
        }

        private void reserve(int rows) {
            if (rows <= block) {
                return;
            }
            block = rows;
            double[][] buffers = new double[registers.count()][rows];
            for (int i = 0; i < values.length; i++) {
                if (registers.of(i) != Registers.NONE) {
                    operands[i] = buffers[registers.of(i)];
                } else if (broadcast[i] || values[i] instanceof Value.Column) {
                    operands[i] = new double[rows];
                    Arrays.fill(operands[i], fixed[i]);
                }
            }
        }

        private void spread(int rows) {
            for (int i : once) {
                if (broadcast[i]) {
                    Arrays.fill(operands[i], 0, rows, fixed[i]);
                }
            }
        }

        private void runBlock(double[][] columns, int row, int n, double[][] outs) {
            for (int i : loads) {
                if (values[i] instanceof Value.Column column) {
                    System.arraycopy(columns[column.index()], row, operands[i], 0, n);
                }
            }
            for (int i : steps) {
                if (values[i] instanceof Value.Step step) {
                    Kernels.run(step.op(), operands[step.left()], operands[step.right()], operands[i], n);
                }
            }
            for (int k = 0; k < outs.length; k++) {
                if (varying[results[k]]) {
                    System.arraycopy(operands[results[k]], 0, outs[k], row, n);
                }
            }
        }
    }
}
