package org.interactiveml.streams.replay;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.streams.wire.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A file that appears under its name when it is whole: lines go to a hidden file beside it first. What is no regular file,
 * such as a device, is written to as it is. Not thread-safe.
 */
public final class LineFile implements LineSink, Closeable {
    private final Path target;
    private final @Nullable Path unfinished;
    private final OutputStream out;

    private LineFile(Path target, @Nullable Path unfinished, OutputStream out) {
        this.target = target;
        this.unfinished = unfinished;
        this.out = out;
    }

    /**
     * Begins a file.
     *
     * @throws InvalidInputException with one line where it cannot be written
     */
    public static LineFile begin(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw refusal(file, "is a folder, not a file");
            }
            if (Files.exists(file) && !Files.isWritable(file)) {
                throw refusal(file, "may not be written");
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                return new LineFile(file, null, Files.newOutputStream(file));
            }
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path unfinished = target.resolveSibling(
                    "." + target.getFileName() + "." + ProcessHandle.current().pid());
            unfinished.toFile().deleteOnExit();
            OutputStream out = Files.newOutputStream(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
            return new LineFile(target, unfinished, out);
        } catch (AccessDeniedException denied) {
            throw refusal(file, "may not be written");
        } catch (NoSuchFileException missing) {
            throw refusal(file, "cannot be written: there is no such folder");
        } catch (IOException failed) {
            throw refusal(file, "cannot be written");
        }
    }

    @Override
    public void line(byte[] utf8) throws IOException {
        out.write(utf8);
    }

    /** The file is whole. */
    public void finish() throws IOException {
        out.close();
        if (unfinished != null) {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Lets go; what was not finished leaves nothing behind. */
    @Override
    public void close() throws IOException {
        out.close();
        if (unfinished != null) {
            Files.deleteIfExists(unfinished);
        }
    }

    private static InvalidInputException refusal(Path file, String message) {
        return new InvalidInputException("out", Fields.line(file.toString()) + " " + message);
    }
}
