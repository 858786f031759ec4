package org.interactiveml.ui.browser;

import com.microsoft.playwright.Page;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.interactiveml.streams.wire.JsonNull;
import org.interactiveml.streams.wire.JsonReader;

/** What the live socket of a page received, read by other eyes than the page's. To be used on Playwright's thread. */
final class FrameLog {
    private static final int PREFIX = 8;
    private static final JsonReader HEADER = new JsonReader(1_000_000, 10_000);

    private final Map<String, Object> outcomes = new LinkedHashMap<>();
    private Map<String, Object> last = Map.of();

    private FrameLog() {}

    /** Listens to a page from its first socket on. */
    static FrameLog of(Page page) {
        FrameLog log = new FrameLog();
        page.onWebSocket(socket -> {
            if (socket.url().contains("/live?")) {
                socket.onFrameReceived(frame -> {
                    if (frame.binary() != null) {
                        log.add(frame.binary());
                    }
                });
            }
        });
        return log;
    }

    private void add(byte[] bytes) {
        ByteBuffer frame = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int header = frame.getInt(4);
        last = HEADER.object(new String(bytes, PREFIX, header, StandardCharsets.UTF_8).stripTrailing());
        frame.position(PREFIX + header);
        ByteBuffer columns = frame.slice().order(ByteOrder.LITTLE_ENDIAN);
        object("outcomes").forEach((stage, outcome) -> outcomes.put((String) stage, attach(outcome, columns)));
    }

    /** Puts numbers in the places that only say where they are. */
    private static Object attach(Object value, ByteBuffer columns) {
        if (value instanceof List<?> list) {
            return list.stream().map(item -> attach(item, columns)).toList();
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        if (map.get("column") instanceof List<?> place) {
            int offset = ((Long) place.get(0)).intValue();
            int length = ((Long) place.get(1)).intValue();
            List<Object> numbers = new ArrayList<>();
            for (int i = offset; i < offset + length; i++) {
                double number = columns.getDouble(8 * i);
                numbers.add(Double.isFinite(number) ? number : JsonNull.NULL); // as JSON says it
            }
            return numbers;
        }
        Map<Object, Object> attached = new LinkedHashMap<>();
        map.forEach((name, inner) -> attached.put(name, attach(inner, columns)));
        return attached;
    }

    /** Whether the last frame lacks nothing and is no draft. */
    boolean settled() {
        return Boolean.TRUE.equals(last.get("complete")) && "full".equals(last.get("fidelity"));
    }

    long version() {
        return last.get("version") instanceof Long version ? version : -1;
    }

    /** The values of all parameters in the last frame. */
    Map<?, ?> values() {
        return object("values");
    }

    /** The newest value of a stage that is ready. */
    Map<?, ?> value(String stage) {
        return (Map<?, ?>)
                Objects.requireNonNull(((Map<?, ?>) Objects.requireNonNull(outcomes.get(stage))).get("value"));
    }

    private Map<?, ?> object(String name) {
        return (Map<?, ?>) Objects.requireNonNull(last.get(name), name);
    }
}
