package org.interactiveml.engine.data;

import org.interactiveml.engine.numeric.NormalQuantile;

/**
 * Random numbers by position: draw {@code i} of a stream is a pure function of (seed, purpose, i).
 *
 * <p>Hence a longer sample begins with the shorter one, a stream never shifts because another one grew, and blocks of a
 * column can be filled by any thread. Immutable and thread-safe.
 *
 * <p>The generator is SplitMix64 addressed by position (G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014) with Stafford's mixer 13. For one stream, position → bits is a bijection of the 64-bit numbers, so
 * the bits of different positions never tie.
 */
public final class Draws {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double ULP_52 = 0x1p-52;

    /** What the draws are for; the purposes of one seed share no draws. */
    public enum Purpose {
        X(1),
        NOISE(2),
        SPLIT(3),
        RESAMPLED_X(4),
        RESAMPLED_NOISE(5),
        BOOTSTRAP(6);

        // Written out, so that adding or reordering purposes changes nobody's numbers.
        private final long stream;

        Purpose(long stream) {
            this.stream = stream;
        }
    }

    private final long key;

    public Draws(long seed, Purpose purpose) {
        this.key = mix(mix(seed + GOLDEN_GAMMA) + purpose.stream * GOLDEN_GAMMA);
    }

    /** 64 random bits; different positions give different bits. */
    public long bits(long position) {
        return mix(key + position * GOLDEN_GAMMA);
    }

    /** Uniform on the open interval (0, 1): an odd multiple of 2⁻⁵³. */
    public double uniform(long position) {
        return ((bits(position) >>> 12) + 0.5) * ULP_52;
    }

    /** Standard normal, by inversion of {@link #uniform}. */
    public double normal(long position) {
        return NormalQuantile.of(uniform(position));
    }

    /** {@code out[i] = uniform(first + i)} for i below n. */
    void uniforms(long first, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = uniform(first + i);
        }
    }

    /**
     * {@code out[i] = normal(first + i)} for i below n: all of them as if central, in vector registers where the machine has
     * them, then the tails again.
     *
     * @param tails at least n long, overwritten
     */
    void normals(long first, double[] out, int n, int[] tails) {
        uniforms(first, out, n);
        int count = 0;
        for (int i = 0; i < n; i++) {
            tails[count] = i;
            count += NormalQuantile.isCentral(out[i]) ? 0 : 1;
        }
        NormalQuantile.central(out, n);
        for (int k = 0; k < count; k++) {
            out[tails[k]] = normal(first + tails[k]);
        }
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
