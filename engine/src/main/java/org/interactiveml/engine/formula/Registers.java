package org.interactiveml.engine.formula;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.interactiveml.engine.formula.Compiler.Value;

/**
 * Which buffer each step writes: a linear scan that hands a buffer on as soon as nobody reads it any more. A step may write
 * where it reads, since it works element by element; only the exponential function, which reads twice, writes elsewhere.
 */
final class Registers {
    static final int NONE = -1;

    private final int[] assigned;
    private int count;

    /** Assigns a buffer to every value marked in {@code varying} that is a step; those of the results are never handed on. */
    Registers(Value[] values, boolean[] varying, int[] results) {
        int[] lastReader = lastReaders(values);
        for (int result : results) {
            lastReader[result] = values.length;
        }
        assigned = new int[values.length];
        Arrays.fill(assigned, NONE);
        Deque<Integer> free = new ArrayDeque<>();
        for (int i = 0; i < values.length; i++) {
            if (varying[i] && values[i] instanceof Value.Step step) {
                if (step.op() == Function.EXP) {
                    assigned[i] = free.isEmpty() ? count++ : free.pop();
                    release(step.left(), i, lastReader, free);
                    continue;
                }
                release(step.left(), i, lastReader, free);
                if (step.right() != step.left()) {
                    release(step.right(), i, lastReader, free);
                }
                assigned[i] = free.isEmpty() ? count++ : free.pop();
            }
        }
    }

    /** How many buffers are needed. */
    int count() {
        return count;
    }

    /** The buffer of a value, or {@link #NONE}. */
    int of(int value) {
        return assigned[value];
    }

    private void release(int operand, int reader, int[] lastReader, Deque<Integer> free) {
        if (assigned[operand] != NONE && lastReader[operand] == reader) {
            free.push(assigned[operand]);
        }
    }

    private static int[] lastReaders(Value[] values) {
        int[] last = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Value.Step step) {
                last[step.left()] = i;
                last[step.right()] = i;
            }
        }
        return last;
    }
}
