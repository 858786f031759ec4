package org.interactiveml.streams.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.interactiveml.engine.parameter.ChoiceParameter;
import org.interactiveml.engine.parameter.DatasetParameter;
import org.interactiveml.engine.parameter.FormulaParameter;
import org.interactiveml.engine.parameter.IntegerParameter;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.ParameterSet;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.PointsParameter;
import org.interactiveml.engine.parameter.RealParameter;
import org.interactiveml.engine.parameter.SeedParameter;
import org.interactiveml.engine.parameter.ToggleParameter;
import org.interactiveml.engine.parameter.ValuesParameter;

/**
 * Changes and when they came, as bytes: one movement of a slider takes 13 at most, an hour of dragging at 60 Hz less than
 * 3 MB. Numbers are kept to the last bit, other values once each. Not thread-safe.
 *
 * <p>A change is the time since the one before (microseconds), the number of values, then for each value the place of its
 * parameter in the set and the value; whole numbers are written seven bits a byte, the lowest first.
 */
final class Tape {
    /** Where a tape ends: about two hours of dragging. */
    static final int CAPACITY = 5_000_000;

    private static final int LARGEST_CHANGE = 4_096;

    private final ParameterSet parameters;
    private final Map<Object, Integer> places = new HashMap<>();
    private final List<Object> others = new ArrayList<>();
    private byte[] bytes = new byte[1_024];
    private int size;
    private long lastMicros;

    /** A change as it comes off the tape. */
    interface Listener {
        void change(long micros, Patch patch);
    }

    Tape(ParameterSet parameters) {
        this.parameters = parameters;
    }

    /** How many bytes are used. */
    int size() {
        return size;
    }

    /**
     * Adds a change.
     *
     * @param micros when it came, not before the last one
     * @return whether there was room for it
     */
    boolean add(long micros, Patch patch) {
        if (size > CAPACITY - LARGEST_CHANGE) {
            return false;
        }
        whole(micros - lastMicros);
        lastMicros = micros;
        whole(patch.values().size());
        patch.values().forEach((parameter, value) -> {
            whole(parameters.list().indexOf(parameter));
            write(parameter, value);
        });
        return true;
    }

    private void write(Parameter<?> parameter, Object value) {
        switch (parameter) {
            case IntegerParameter integer -> whole(zigzag((Integer) value));
            case SeedParameter seed -> whole((Long) value);
            case RealParameter real -> real((Double) value);
            case ToggleParameter toggle -> whole((Boolean) value ? 1 : 0);
            case ChoiceParameter<?> choice -> other(value);
            case FormulaParameter formula -> other(value);
            case ValuesParameter values -> other(value);
            case DatasetParameter dataset -> other(value);
            case PointsParameter points -> other(value);
        }
    }

    private void other(Object value) {
        whole(places.computeIfAbsent(value, added -> {
            others.add(added);
            return others.size() - 1;
        }));
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private void whole(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            put((byte) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        put((byte) rest);
    }

    private void real(double value) {
        long bits = Double.doubleToRawLongBits(value);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            put((byte) (bits >>> shift));
        }
    }

    private void put(byte next) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size + size / 2);
        }
        bytes[size++] = next;
    }

    /** Plays all changes in their order. */
    void play(Listener listener) {
        Head head = new Head();
        long micros = 0;
        while (head.at < size) {
            micros += head.whole();
            Patch patch = Patch.empty();
            for (long left = head.whole(); left > 0; left--) {
                patch = patch.and(head.value(parameters.list().get((int) head.whole())));
            }
            listener.change(micros, patch);
        }
    }

    /** Reads from the beginning on. */
    private final class Head {
        private int at;

        long whole() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = bytes[at++];
                value |= (next & 0x7fL) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }

        private double real() {
            long bits = 0;
            for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
                bits |= (bytes[at++] & 0xffL) << shift;
            }
            return Double.longBitsToDouble(bits);
        }

        Patch value(Parameter<?> parameter) {
            return switch (parameter) {
                case IntegerParameter integer -> {
                    long zigzag = whole();
                    yield Patch.of(integer, (int) ((zigzag >>> 1) ^ -(zigzag & 1)));
                }
                case SeedParameter seed -> Patch.of(seed, whole());
                case RealParameter real -> Patch.of(real, real());
                case ToggleParameter toggle -> Patch.of(toggle, whole() == 1);
                case ChoiceParameter<?> choice -> other(choice);
                case FormulaParameter formula -> other(formula);
                case ValuesParameter values -> other(values);
                case DatasetParameter dataset -> other(dataset);
                case PointsParameter points -> other(points);
            };
        }

        private <T> Patch other(Parameter<T> parameter) {
            @SuppressWarnings("unchecked") // what was written at this place was a value of this parameter
            T value = (T) others.get((int) whole());
            return Patch.of(parameter, value);
        }
    }
}
