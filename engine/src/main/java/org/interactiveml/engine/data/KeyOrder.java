package org.interactiveml.engine.data;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;

/**
 * The random order of the rows by their keys, known through a histogram of the keys' leading bits.
 *
 * <p>The keys are {@link Draws#bits} read as unsigned numbers; they are computed again in each pass rather than stored. The
 * ranges of a sorted order are found by rank: the histogram names the bucket in which a rank falls, and only the keys of those
 * few buckets are ever sorted.
 */
final class KeyOrder {
    private static final int BLOCK = 1 << 16;
    private static final int MIN_BUCKET_BITS = 8;
    private static final int MAX_BUCKET_BITS = 14;

    private final Draws draws;
    private final int size;
    private final Workers workers;
    private final Cancellation cancellation;
    private final int shift;
    private final int[] below;

    KeyOrder(Draws draws, int size, Workers workers, Cancellation cancellation) {
        this.draws = draws;
        this.size = size;
        this.workers = workers;
        this.cancellation = cancellation;
        int log = 32 - Integer.numberOfLeadingZeros(Math.max(1, size));
        int bits = Math.clamp(log, MIN_BUCKET_BITS, MAX_BUCKET_BITS);
        this.shift = Long.SIZE - bits;
        this.below = countBelow(1 << bits);
    }

    // below[b] = the number of keys in the buckets before b.
    private int[] countBelow(int buckets) {
        int lanes = Math.min(workers.parallelism(), (size + BLOCK - 1) / BLOCK);
        int[][] counts = new int[Math.max(1, lanes)][buckets + 1];
        workers.run(counts.length, lane -> {
            int[] count = counts[lane];
            int to = (int) ((long) size * (lane + 1) / counts.length);
            for (int i = (int) ((long) size * lane / counts.length); i < to; i++) {
                if ((i & (BLOCK - 1)) == 0) {
                    cancellation.check();
                }
                count[(int) (draws.bits(i) >>> shift) + 1]++;
            }
        });
        int[] total = counts[0];
        for (int lane = 1; lane < counts.length; lane++) {
            for (int b = 0; b <= buckets; b++) {
                total[b] += counts[lane][b];
            }
        }
        for (int b = 0; b < buckets; b++) {
            total[b + 1] += total[b];
        }
        return total;
    }

    /**
     * Labels the rows by the range of ranks in which their key falls.
     *
     * @param ranks ascending; range {@code j} begins at {@code ranks[j - 1]} and ends before {@code ranks[j]}
     * @param labels one more than {@code ranks}: the label of each range
     * @param out set for every row
     */
    void label(long[] ranks, byte[] labels, byte[] out) {
        int buckets = below.length - 1;
        // The range in which each bucket begins; a bucket that a boundary cuts needs the exact thresholds.
        int[] firstRange = new int[buckets];
        boolean[] cut = new boolean[buckets];
        int range = 0;
        for (int b = 0; b < buckets; b++) {
            while (range < ranks.length && ranks[range] <= below[b]) {
                range++;
            }
            firstRange[b] = range;
            cut[b] = range < ranks.length && ranks[range] < below[b + 1];
        }
        long[] thresholds = thresholds(ranks, cut);
        workers.run((size + BLOCK - 1) / BLOCK, block -> {
            cancellation.check();
            int to = Math.min(size, (block + 1) * BLOCK);
            for (int i = block * BLOCK; i < to; i++) {
                long key = draws.bits(i);
                int bucket = (int) (key >>> shift);
                int r = firstRange[bucket];
                if (cut[bucket]) {
                    while (r < ranks.length
                            && ranks[r] < below[bucket + 1]
                            && Long.compareUnsigned(key, thresholds[r]) >= 0) {
                        r++;
                    }
                }
                out[i] = labels[r];
            }
        });
    }

    // thresholds[j] = the key of rank ranks[j]: the smallest key of range j + 1.
    private long[] thresholds(long[] ranks, boolean[] cut) {
        int[] first = new int[cut.length];
        int needed = 0;
        for (int b = 0; b < cut.length; b++) {
            first[b] = needed;
            needed += cut[b] ? below[b + 1] - below[b] : 0;
        }
        long[] thresholds = new long[ranks.length];
        if (needed == 0) {
            return thresholds;
        }
        long[] keys = keysOf(cut, needed);
        int bucket = 0;
        for (int j = 0; j < ranks.length; j++) {
            while (bucket < cut.length - 1 && below[bucket + 1] <= ranks[j]) {
                bucket++;
            }
            if (cut[bucket]) {
                thresholds[j] = keys[first[bucket] + (int) (ranks[j] - below[bucket])] ^ Long.MIN_VALUE;
            }
        }
        return thresholds;
    }

    // Sorted, with the sign bit flipped, so that the library's signed sort orders unsigned keys.
    private long[] keysOf(boolean[] cut, int count) {
        long[] keys = new long[count];
        AtomicInteger filled = new AtomicInteger();
        workers.run((size + BLOCK - 1) / BLOCK, block -> {
            cancellation.check();
            int to = Math.min(size, (block + 1) * BLOCK);
            for (int i = block * BLOCK; i < to; i++) {
                long key = draws.bits(i);
                if (cut[(int) (key >>> shift)]) {
                    keys[filled.getAndIncrement()] = key ^ Long.MIN_VALUE;
                }
            }
        });
        Arrays.sort(keys);
        return keys;
    }
}
