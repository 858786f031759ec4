package org.interactiveml.streams.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.experiment.Plan;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.experiment.StageResult;
import org.interactiveml.engine.view.Report;

/**
 * Turns frames into binary messages for one subscriber, leaving out what that subscriber has already been sent.
 *
 * <p>Layout, little endian: one byte {@value #FRAME}, one byte {@value #PROTOCOL}, two zero bytes, the length H of the header
 * as uint32, the header (JSON in UTF-8, padded with spaces so that 8 + H is a multiple of 8), then the columns as float64, one
 * after the other. In the header a column is {@code {"column":[offset,length]}}, both counted in numbers, the offset from the
 * first column's start. A receiver can use them in place.
 *
 * <p>Only reported stages are told. An incomplete frame lists under {@code pending} the stages that were told before and have
 * not ended yet; a refining stage's outcome of a draft says {@code "draft":true}. {@code stages} has for all stages that have
 * ended, internal ones included, the microseconds that this run spent on them, 0 where an earlier outcome still held;
 * {@code unready} lists those of them that have no value.
 *
 * <p>Not thread-safe: one encoder per subscriber, its messages sent in the order they were made. Cost per message: the header,
 * one array, and one copy of each new column.
 */
public final class FrameEncoder {
    static final byte FRAME = 1;
    static final byte PROTOCOL = 1;
    private static final int PREFIX = 8;
    private static final long NOTHING_SENT = Long.MIN_VALUE;

    private final Map<Stage<?>, Integer> slots = new LinkedHashMap<>();
    private final long[] sentStamps;
    private final Buffer header = new Buffer();
    private final List<double[]> columns = new ArrayList<>();
    private int numbers;

    /**
     * What a message says besides its frame.
     *
     * @param input the newest input of the subscriber that the frame includes; 0 for none
     * @param superseded changes of the session that no frame was made for, so far
     * @param waitNanos time from accepting the frame's change to the start of its computation, in nanoseconds
     */
    public record Delivery(long input, long superseded, long waitNanos) {}

    /** An encoder whose subscriber knows nothing yet, for frames of one evaluation of the plan. */
    public FrameEncoder(Plan plan) {
        for (Stage<?> stage : plan.stages()) {
            slots.put(stage, slots.size());
        }
        sentStamps = new long[slots.size()];
        Arrays.fill(sentStamps, NOTHING_SENT);
    }

    /** The message for a frame; its outcomes count as sent from now on. */
    public byte[] encode(Frame frame, Delivery delivery) {
        header.reset();
        columns.clear();
        numbers = 0;
        Json.write(out -> header(out, frame, delivery), header);

        int length = (header.size() + 7) / 8 * 8;
        byte[] message = new byte[Math.addExact(PREFIX + length, Math.multiplyExact(8, numbers))];
        ByteBuffer buffer = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(FRAME).put(PROTOCOL).putShort((short) 0).putInt(length);
        header.copyTo(message, PREFIX);
        Arrays.fill(message, PREFIX + header.size(), PREFIX + length, (byte) ' ');
        buffer.position(PREFIX + length);
        var doubles = buffer.asDoubleBuffer();
        columns.forEach(doubles::put);
        columns.clear();
        return message;
    }

    private void header(JsonGenerator out, Frame frame, Delivery delivery) throws IOException {
        out.writeStartObject();
        out.writeNumberField("version", frame.version());
        out.writeNumberField("input", delivery.input());
        out.writeBooleanField("complete", frame.complete());
        out.writeStringField("fidelity", frame.fidelity().name().toLowerCase(Locale.ROOT));
        out.writeFieldName("values");
        Json.values(out, frame.snapshot());
        out.writeObjectFieldStart("micros");
        out.writeNumberField("data", frame.nanos(Phase.DATA) / 1000);
        out.writeNumberField("fit", frame.nanos(Phase.FIT) / 1000);
        out.writeNumberField("view", frame.nanos(Phase.VIEW) / 1000);
        out.writeNumberField("study", frame.nanos(Phase.STUDY) / 1000);
        out.writeNumberField("total", frame.nanos() / 1000);
        out.writeNumberField("wait", delivery.waitNanos() / 1000);
        out.writeEndObject();
        out.writeNumberField("superseded", delivery.superseded());
        pending(out, frame);
        stages(out, frame);
        out.writeObjectFieldStart("outcomes");
        for (StageResult<?> result : frame.results()) {
            int slot = slot(result.stage());
            if (result.stage().isReported() && sentStamps[slot] != result.stamp()) {
                sentStamps[slot] = result.stamp();
                boolean draft =
                        frame.fidelity() == Fidelity.DRAFT && result.stage().refines();
                OutcomeJson.write(out, result, (object, report) -> ready(object, report, draft));
            }
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    /** What the subscriber has of an earlier version, and may not have any more when the frame is complete. */
    private void pending(JsonGenerator out, Frame frame) throws IOException {
        if (frame.complete()) {
            return;
        }
        Set<Stage<?>> ended = new HashSet<>();
        frame.results().forEach(result -> ended.add(result.stage()));
        out.writeArrayFieldStart("pending");
        for (Map.Entry<Stage<?>, Integer> slot : slots.entrySet()) {
            if (sentStamps[slot.getValue()] != NOTHING_SENT && !ended.contains(slot.getKey())) {
                out.writeString(slot.getKey().id());
            }
        }
        out.writeEndArray();
    }

    private static void stages(JsonGenerator out, Frame frame) throws IOException {
        boolean allReady = true;
        out.writeObjectFieldStart("stages");
        for (Frame.Work work : frame.work()) {
            out.writeNumberField(work.stage().id(), Math.ceilDiv(work.nanos(), 1000));
            allReady &= work.ready();
        }
        out.writeEndObject();
        if (allReady) {
            return;
        }
        out.writeArrayFieldStart("unready");
        for (Frame.Work work : frame.work()) {
            if (!work.ready()) {
                out.writeString(work.stage().id());
            }
        }
        out.writeEndArray();
    }

    private int slot(Stage<?> stage) {
        Integer slot = slots.get(stage);
        if (slot == null) {
            throw new IllegalArgumentException("stage " + stage + " is not in the plan");
        }
        return slot;
    }

    private void ready(JsonGenerator out, Report report, boolean draft) throws IOException {
        if (draft) {
            out.writeBooleanField("draft", true);
        }
        out.writeFieldName("value");
        Json.report(out, report, this::column);
    }

    private void column(JsonGenerator out, double[] column) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("column");
        out.writeNumber(numbers);
        out.writeNumber(column.length);
        out.writeEndArray();
        out.writeEndObject();
        columns.add(column);
        numbers = Math.addExact(numbers, column.length);
    }

    /** Bytes that can be copied out without another array. */
    private static final class Buffer extends ByteArrayOutputStream {
        Buffer() {
            super(2048);
        }

        void copyTo(byte[] target, int offset) {
            System.arraycopy(buf, 0, target, offset, count);
        }
    }
}
