package org.interactiveml.streams.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFileTest {
    private static final byte[] LINE = {'a', '\n'};

    @TempDir
    private Path folder;

    @Test
    void aFileAppearsWhenItIsWhole() throws IOException {
        Path target = folder.resolve("out.jsonl");
        try (LineFile file = LineFile.begin(target)) {
            file.line(LINE);
            assertThat(target).doesNotExist();
            file.finish();
        }

        assertThat(target).hasContent("a");
        assertThat(folder).isDirectoryNotContaining("glob:**.out*");
    }

    @Test
    void anUnfinishedFileLeavesTheOldOne() throws IOException {
        Path target = Files.writeString(folder.resolve("out.jsonl"), "old");
        try (LineFile file = LineFile.begin(target)) {
            file.line(LINE);
        }

        assertThat(target).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**/.out*");
    }

    @Test
    void whatCannotBeWrittenIsRefusedInOneLine() {
        Path missing = folder.resolve("none/out.jsonl");
        assertThatThrownBy(() -> LineFile.begin(missing))
                .hasMessage(missing + " cannot be written: there is no such folder");
        assertThatThrownBy(() -> LineFile.begin(folder)).hasMessage(folder + " is a folder, not a file");
    }
}
