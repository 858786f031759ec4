package org.interactiveml.streams.replay;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.streams.wire.FrameJson;
import org.interactiveml.streams.wire.Json;

/**
 * What a replay has to say: a line of JSON for each frame, then a summary. The digest is the SHA-256 of all frame lines in
 * UTF-8, each with its newline and without its {@code micros}: equal digests mean equal numbers, to the last bit, on whatever
 * machine. Not thread-safe.
 */
final class Transcript {
    private final Experiment experiment;
    private final Set<Stage<?>> targets;
    private final LineSink out;
    private final MessageDigest digest = sha256();
    private final DoubleStream.Builder fitMicros = DoubleStream.builder();
    private long frames;
    private long failed;

    /** Where the time of a frame went, in nanoseconds. */
    record Nanos(long data, long fit, long total) {
        Nanos plus(Nanos more) {
            return new Nanos(data + more.data, fit + more.fit, total + more.total);
        }
    }

    Transcript(Script script, LineSink out) {
        this.experiment = script.experiment();
        this.targets = Set.copyOf(script.targets());
        this.out = out;
    }

    /** Writes the line of a frame. */
    void frame(Frame frame, double at, Nanos nanos) throws IOException {
        byte[] lasting = Json.bytes(json -> FrameJson.write(json, experiment, frame, at, targets));
        digest.update(lasting);
        digest.update((byte) '\n');
        frames++;
        failed += frame.hasFailure() ? 1 : 0;
        fitMicros.add(micros(nanos.fit));

        byte[] tail = Json.text(json -> micros(json, nanos)).getBytes(StandardCharsets.UTF_8);
        byte[] line = Arrays.copyOf(lasting, lasting.length - 1 + tail.length);
        System.arraycopy(tail, 0, line, lasting.length - 1, tail.length);
        out.line(line);
    }

    /** Writes the last line. */
    void summary(long changes, long superseded) throws IOException {
        byte[] line = Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("type", "summary");
            json.writeNumberField("changes", changes);
            json.writeNumberField("frames", frames);
            json.writeNumberField("superseded", superseded);
            json.writeNumberField("failed", failed);
            json.writeStringField("digest", HexFormat.of().formatHex(digest.digest()));
            json.writeObjectFieldStart("fitMicros");
            double[] sorted = fitMicros.build().sorted().toArray();
            json.writeNumberField("p50", percentile(sorted, 50));
            json.writeNumberField("p99", percentile(sorted, 99));
            json.writeNumberField("max", percentile(sorted, 100));
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        });
        out.line(line);
    }

    /** What follows the last key of a frame. */
    private static void micros(JsonGenerator json, Nanos nanos) throws IOException {
        json.writeRaw(",\"micros\":");
        json.writeStartObject();
        json.writeNumberField("data", micros(nanos.data));
        json.writeNumberField("fit", micros(nanos.fit));
        json.writeNumberField("total", micros(nanos.total));
        json.writeEndObject();
        json.writeRaw("}\n");
    }

    private static double micros(long nanos) {
        return nanos / 1e3;
    }

    /** The least value that {@code percent} of all values do not exceed (nearest rank). */
    private static double percentile(double[] sorted, int percent) {
        return sorted[Math.max(0, (int) Math.ceil(percent / 100.0 * sorted.length) - 1)];
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has it
        }
    }
}
