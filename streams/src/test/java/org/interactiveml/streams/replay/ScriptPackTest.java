package org.interactiveml.streams.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.streams.ToyExperiment;
import org.junit.jupiter.api.Test;

class ScriptPackTest {
    private static final String STEP = "{\"at\":0,\"set\":{\"degree\":3}}\n";
    private static final String WITH_DATA =
            Scripts.HEADER + "{\"at\":0,\"data\":{\"file\":\"data-1.csv\",\"x\":[\"a\"],\"y\":\"b\"}}\n";

    private final ScriptReader reader = new ScriptReader(List.of(new ToyExperiment()));

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aScriptAloneTravelsAsItIs() {
        Recording recording = new Recording(Scripts.HEADER + STEP, Map.of());
        byte[] bytes = ScriptPack.bytes(recording);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(recording.script());
        assertThat(ScriptPack.read(reader, "s.jsonl", bytes).changes()).isEqualTo(1);
    }

    @Test
    void dataTravelAlong() {
        byte[] bytes = ScriptPack.bytes(new Recording(WITH_DATA, Map.of("data-1.csv", "a,b\n1,2\n3,4\n5,6\n")));
        Script script = ScriptPack.read(reader, "s.zip", bytes);
        assertThat(script.start()
                        .with(script.steps().getFirst().change().orElseThrow())
                        .get(ToyExperiment.DATA)
                        .orElseThrow()
                        .size())
                .isEqualTo(3);
    }

    @Test
    void aLongScriptIsPacked() {
        Recording recording = new Recording(Scripts.HEADER + STEP.repeat(50_000), Map.of());
        byte[] bytes = ScriptPack.bytes(recording);
        assertThat(bytes).hasSizeLessThan(100_000);
        assertThat(ScriptPack.read(reader, "s.zip", bytes).changes()).isEqualTo(50_000);
    }

    @Test
    void nothingOutsideTheZipIsRead() throws IOException {
        assertThatThrownBy(() -> ScriptPack.read(reader, "s.zip", zip("../evil.csv", "a", "s.jsonl", STEP)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("s.zip must be a flat ZIP of at most 100 files, not \"../evil.csv\"");
        assertThatThrownBy(() -> ScriptPack.read(reader, "s.zip", zip("a.csv", "a")))
                .hasMessageContaining("s.zip must hold a script, a file that ends in .jsonl");
        assertThatThrownBy(() -> ScriptPack.read(reader, "s.jsonl", WITH_DATA.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidInputException.class);
    }
}
