package org.interactiveml.streams.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ForkJoinPool;
import org.interactiveml.streams.replay.Scripts.Printed;
import org.interactiveml.streams.wire.JsonNull;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayerTest {
    private static final String LESSON = """
            {"replay":1,"experiment":"toy","title":"Größer","seed":42,"views":["error-by-degree"]}
            {"at":0,"set":{"samples":6,"noise":0.25}}
            {"at":400,"caption":"Now","set":{"degree":9}}
            {"at":900.5,"set":{"model":"two-words","degree":2}}
            {"at":950,"expect":{"test.r2":{"max":1e6}}}
            """;

    @TempDir
    private Path folder;

    @Test
    void eachChangeIsOneFrameOfOneRevision() throws IOException {
        Printed printed = Scripts.print(folder, LESSON);

        assertThat(printed.frames()).extracting(frame -> frame.get("revision")).containsExactly(2L, 3L, 4L);
        assertThat(printed.frames()).extracting(frame -> frame.get("at")).containsExactly(0L, 400L, 900.5);
        assertThat(printed.frames())
                .allSatisfy(frame -> assertThat(frame.keySet())
                        .containsExactly("type", "revision", "at", "experiment", "parameters", "outcomes", "micros"));
        assertThat(printed.failures()).isEmpty();
    }

    @Test
    void aFrameHoldsTheWholeStateAndTheFullOutcomes() throws IOException {
        Printed printed = Scripts.print(folder, LESSON);

        assertThat(Scripts.at(printed.line(0), "parameters"))
                .isEqualTo(Map.of(
                        "samples",
                        6L,
                        "x.min",
                        -1.0,
                        "x.max",
                        1.0,
                        "noise",
                        0.25,
                        "seed.x",
                        42L,
                        "seed.noise",
                        42L,
                        "data",
                        "generated",
                        "model",
                        "plain",
                        "degree",
                        1L));
        assertThat((Map<?, ?>) Scripts.at(printed.line(0), "outcomes")).hasSize(2);
        assertThat(Scripts.at(printed.outcome(0, "fit"), "status")).isEqualTo("ready");
        assertThat(Scripts.at(printed.outcome(2, "fit"), "model")).isEqualTo("zwei wörter");
        assertThat((List<?>) Scripts.at(printed.outcome(0, "fit"), "coefficients"))
                .hasSize(3)
                .element(1)
                .isEqualTo(JsonNull.NULL);
        assertThat((List<?>) Scripts.at(printed.outcome(0, "error-by-degree"), "degree"))
                .first()
                .isEqualTo(100.0);
    }

    @Test
    void aFailedFitIsPrintedCountedAndNotAnError() throws IOException {
        Printed printed = Scripts.print(folder, LESSON);

        assertThat(printed.outcome(1, "fit"))
                .isEqualTo(Map.of("status", "failed", "reasons", List.of("degree 9 needs more than 6 samples")));
        assertThat(printed.summary())
                .containsEntry("type", "summary")
                .containsEntry("changes", 3L)
                .containsEntry("frames", 3L)
                .containsEntry("superseded", 0L)
                .containsEntry("failed", 1L);
    }

    @Test
    void dataThatCannotBeMadeFailTheFit() throws IOException {
        Printed printed = Scripts.print(folder, Scripts.HEADER + "{\"at\":0,\"set\":{\"noise\":1e250}}");

        assertThat(printed.outcome(0, "fit"))
                .isEqualTo(Map.of("status", "failed", "reasons", List.of("noise of 1.0E250 drowns everything")));
    }

    @Test
    void aHeaderAloneGivesOneFrameOfTheInitialState() throws IOException {
        Printed printed = Scripts.print(folder, Scripts.HEADER);

        assertThat(printed.frames())
                .singleElement()
                .satisfies(
                        frame -> assertThat(frame).containsEntry("revision", 1L).containsEntry("at", 0L));
        assertThat(printed.summary()).containsEntry("changes", 0L).containsEntry("frames", 1L);
    }

    @Test
    void theDigestIsThatOfTheFrameLinesWithoutMicros() throws Exception {
        Printed printed = Scripts.print(folder, LESSON);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        for (String line : printed.lines().subList(0, 3)) {
            sha256.update(line.replaceFirst(",\"micros\":\\{[^}]*}}", "}").getBytes(StandardCharsets.UTF_8));
        }

        assertThat(printed.digest()).isEqualTo(HexFormat.of().formatHex(sha256.digest()));
    }

    @Test
    void percentilesAreOfTheFitTimesOfTheFrames() throws IOException {
        Printed printed = Scripts.print(folder, LESSON);
        double[] fits = printed.frames().stream()
                .mapToDouble(frame -> (Double) Scripts.at(frame, "micros", "fit"))
                .sorted()
                .toArray();

        assertThat(Scripts.at(printed.summary(), "fitMicros"))
                .isEqualTo(Map.of("p50", fits[1], "p99", fits[2], "max", fits[2]));
    }

    @Test
    void theSameScriptHasTheSameDigestInEveryLocaleTimeZoneAndThread() throws Exception {
        String expected = Scripts.print(folder, LESSON).digest();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("de-DE", "ar-EG-u-nu-arab", "tr-TR", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                assertThat(Scripts.print(folder, LESSON).digest()).as(tag).isEqualTo(expected);
                try (ForkJoinPool pool = new ForkJoinPool(3)) {
                    assertThat(pool.submit(() -> Scripts.print(folder, LESSON).digest())
                                    .get())
                            .isEqualTo(expected);
                }
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void anotherSeedHasAnotherDigest() throws IOException {
        assertThat(Scripts.print(folder, LESSON.replace("42", "43")).digest())
                .isNotEqualTo(Scripts.print(folder, LESSON).digest());
    }

    @Test
    void expectationsThatDoNotHoldAreToldWithLineAndValue() throws IOException {
        Printed printed = Scripts.print(folder, Scripts.HEADER + """
                {"at":0,"expect":{"rows":{"equals":3,"min":4},"converged":{"equals":true},"model":{"equals":"other"}}}
                {"at":1,"set":{"samples":9},"expect":{"fit.rows":{"max":2.5},"test.r9":{"min":0},"train":{"equals":1}}}
                {"at":2,"set":{"degree":20},"expect":{"test.r2":{"max":0.9}}}
                {"at":3,"set":{"noise":1e250},"expect":{"test.r2":{"max":0.9}}}
                """);

        assertThat(printed.failures())
                .containsExactly(
                        "s.jsonl:2: expected rows ≥ 4, was 3",
                        "s.jsonl:2: expected model = \"other\", was \"plain\"",
                        "s.jsonl:3: expected fit.rows ≤ 2.5, was 3",
                        "s.jsonl:3: expected test.r9 ≥ 0, but fit has no test.r9",
                        "s.jsonl:3: expected train = 1, was a group of r2",
                        "s.jsonl:4: expected test.r2 ≤ 0.9, but fit failed: degree 20 needs more than 9 samples",
                        "s.jsonl:5: expected test.r2 ≤ 0.9, but fit failed: noise of 1.0E250 drowns everything");
        assertThat(printed.summary()).containsEntry("changes", 3L).containsEntry("frames", 3L);
    }

    @Test
    void ownDataComesFromAFileBesideTheScript() throws IOException {
        Files.writeString(folder.resolve("own.csv"), "a,b,part\n1,10,train\n2,20,test\n3,30,train\n");
        Printed printed = Scripts.print(folder, Scripts.HEADER + """
                {"at":0,"data":{"file":"own.csv","x":["a"],"y":"b","split":"part"},"set":{"degree":2}}
                {"at":1,"set":{"data":"generated"}}
                """);

        assertThat(Scripts.at(printed.line(0), "parameters", "data")).isEqualTo("own.csv");
        assertThat((List<?>) Scripts.at(printed.outcome(0, "fit"), "coefficients"))
                .first()
                .isEqualTo(20.0);
        assertThat(Scripts.at(printed.line(1), "parameters", "data")).isEqualTo("generated");
        assertThat(printed.summary()).containsEntry("changes", 2L);
    }
}
