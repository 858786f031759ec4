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
    private static final int NO_RESULT = -1;

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
    private final Registers registers;
    private final int[] results;
    /** For each value, the first result that it is. */
    private final int[] resultOf;

    CompiledFormula(int columnCount, int parameterCount, List<Value> values, int[] results) {
        this.columnCount = columnCount;
        this.parameterCount = parameterCount;
        this.values = values.toArray(Value[]::new);
        this.results = results;
        varying = new boolean[this.values.length];
        for (int i = 0; i < this.values.length; i++) {
            varying[i] = switch (this.values[i]) {
                case Value.Fixed fixed -> false;
                case Value.Parameter parameter -> false;
                case Value.Column column -> true;
                case Value.Step step -> varying[step.left()] || varying[step.right()];
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
        resultOf = new int[this.values.length];
        Arrays.fill(resultOf, NO_RESULT);
        for (int k = results.length - 1; k >= 0; k--) {
            resultOf[results[k]] = k;
        }
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
        /** Where each value that varies is kept: a buffer, a column or a result. */
        private final double[][] operands = new double[values.length][];

        private final double[][] buffers = new double[registers.count() + loads.length][0];

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
                // Few rows need no copies: they are read and written where they are.
                boolean inPlace = from == 0 && to <= BLOCK;
                boolean direct = inPlace && outs.length == results.length && outs.length > 1;
                place(columns, inPlace, outs, direct, Math.min(BLOCK, to - from));
                for (int row = from; row < to; row += BLOCK) {
                    int n = Math.min(BLOCK, to - row);
                    if (!inPlace) {
                        load(columns, row, n);
                    }
                    runBlock(n);
                    store(row, n, outs, direct);
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

        private void place(double[][] columns, boolean inPlace, double[][] outs, boolean direct, int rows) {
            int own = registers.count();
            for (int i : loads) {
                if (values[i] instanceof Value.Column column) {
                    operands[i] = inPlace ? columns[column.index()] : buffer(own++, rows);
                }
            }
            for (int i : steps) {
                operands[i] = direct && resultOf[i] != NO_RESULT ? outs[resultOf[i]] : buffer(registers.of(i), rows);
            }
        }

        private double[] buffer(int index, int rows) {
            if (buffers[index].length < rows) {
                buffers[index] = new double[rows];
            }
            return buffers[index];
        }

        private void load(double[][] columns, int row, int n) {
            for (int i : loads) {
                if (values[i] instanceof Value.Column column) {
                    System.arraycopy(columns[column.index()], row, operands[i], 0, n);
                }
            }
        }

        private void runBlock(int n) {
            for (int i : steps) {
                if (values[i] instanceof Value.Step step) {
                    run(step, operands[i], n);
                }
            }
        }

        private void store(int row, int n, double[][] outs, boolean direct) {
            for (int k = 0; k < outs.length; k++) {
                int value = results[k];
                boolean stored = direct && resultOf[value] == k && values[value] instanceof Value.Step;
                if (varying[value] && !stored) {
                    System.arraycopy(operands[value], 0, outs[k], row, n);
                }
            }
        }

        private void run(Value.Step step, double[] out, int n) {
            if (!varying[step.left()]) {
                Kernels.run(step.op(), fixed[step.left()], operands[step.right()], out, n);
            } else if (!varying[step.right()]) {
                Kernels.run(step.op(), operands[step.left()], fixed[step.right()], out, n);
            } else {
                Kernels.run(step.op(), operands[step.left()], operands[step.right()], out, n);
            }
        }
    }
}
