package org.interactiveml.streams.replay;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.streams.wire.Fields;

/**
 * Scripts as one file to take along: the script itself, or, where there are data files beside it or it is long, a ZIP of all.
 * Stateless.
 */
public final class ScriptPack {
    private static final String SCRIPT = ".jsonl";
    private static final int PLAIN_AT_MOST = 1_000_000;
    private static final int MOST_FILES = 100;
    private static final int MOST_BYTES = 64_000_000;

    private ScriptPack() {}

    /** Whether a recording travels as a ZIP. */
    public static boolean isPacked(Recording recording) {
        return !recording.files().isEmpty() || recording.script().length() > PLAIN_AT_MOST;
    }

    /** The bytes of the file, a ZIP where it {@linkplain #isPacked is packed}. */
    public static byte[] bytes(Recording recording) {
        byte[] script = recording.script().getBytes(StandardCharsets.UTF_8);
        if (!isPacked(recording)) {
            return script;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, "script" + SCRIPT, script);
            for (Map.Entry<String, String> file : recording.files().entrySet()) {
                add(zip, file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory does not fail
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0); // the same recording, the same file
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /**
     * Reads what somebody handed in, a script or a ZIP with one. It sees no files but those in the ZIP.
     *
     * @param name what messages call it
     * @throws InvalidInputException with one line for each problem
     */
    public static Script read(ScriptReader reader, String name, byte[] bytes) {
        try {
            Path folder = Files.createTempDirectory("iml-script");
            try {
                return isZip(bytes)
                        ? reader.read(name, folder, unpack(name, bytes, folder))
                        : reader.read(name, folder, bytes);
            } finally {
                delete(folder);
            }
        } catch (IOException unreadable) {
            throw refusal(name, "cannot be read: " + unreadable.getMessage());
        }
    }

    private static boolean isZip(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    /** Puts the data files into the folder and returns the script. */
    private static byte[] unpack(String name, byte[] bytes, Path folder) throws IOException {
        byte[] script = null;
        int left = MOST_BYTES;
        int files = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String file = entry.getName();
                Path target = folder.resolve(file).normalize();
                if (entry.isDirectory() || !folder.equals(target.getParent()) || ++files > MOST_FILES) {
                    throw refusal(
                            name, "must be a flat ZIP of at most " + MOST_FILES + " files, not " + Fields.shown(file));
                }
                byte[] content = zip.readNBytes(left + 1);
                left -= content.length;
                if (left < 0) {
                    throw refusal(name, "must hold at most " + MOST_BYTES / 1_000_000 + " MB");
                }
                if (file.endsWith(SCRIPT) && script == null) {
                    script = content;
                } else {
                    Files.write(target, content);
                }
            }
        }
        if (script == null) {
            throw refusal(name, "must hold a script, a file that ends in " + SCRIPT);
        }
        return script;
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }

    private static InvalidInputException refusal(String name, String message) {
        return new InvalidInputException("script", Fields.line(name) + " " + message);
    }
}
