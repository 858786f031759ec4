package org.interactiveml.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DatasetTest {
    private static final String TABLE = "id,x,z,y,part\na,1,10,100,train\nb,2,20,200,Test\nc,3,30,300,TRAIN\n";

    @Test
    void takesTheChosenColumns() {
        Dataset data = Dataset.select(TableReaderTest.read(TABLE), List.of("z", "x"), "y", null);
        assertThat(data.name()).isEqualTo("own.csv");
        assertThat(data.featureNames()).containsExactly("z", "x");
        assertThat(data.features()[0]).containsExactly(10, 20, 30);
        assertThat(data.features()[1]).containsExactly(1, 2, 3);
        assertThat(data.target()).containsExactly(100, 200, 300);
        assertThat(data.test()).isNull();
        assertThat(data.size()).isEqualTo(3);
    }

    @Test
    void classesAreNumberedInTheirOrderNumbersByValueAndTextsByCodePoint() {
        Table numbers = TableReaderTest.read("x,y\n1,10\n2,9\n3,-1\n4,9\n");
        Dataset byValue = Dataset.select(numbers, List.of("x"), "y", null, Dataset.Target.CLASS);
        assertThat(byValue.classes()).containsExactly("-1", "9", "10");
        assertThat(byValue.target()).containsExactly(2, 1, 0, 1);
        Table texts = TableReaderTest.read("x,y\n1,yes\n2,no\n3,yes\n");
        Dataset byText = Dataset.select(texts, List.of("x"), "y", null, Dataset.Target.CLASS);
        assertThat(byText.classes()).containsExactly("no", "yes");
        assertThat(byText.target()).containsExactly(1, 0, 1);
    }

    @Test
    void oneClassAloneAndABlankClassAreRefused() {
        Table table = TableReaderTest.read("x,y\n1,yes\n2,yes\n3,\n");
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> Dataset.select(table, List.of("x"), "y", null, Dataset.Target.CLASS))
                .satisfies(refused -> assertThat(refused.problems())
                        .containsExactly(
                                "own.csv line 4, column \"y\": the cell is blank; it must name a class",
                                "own.csv, column \"y\": there must be 2 to 100 classes, not only \"yes\""));
    }

    @Test
    void theSplitColumnMarksTheTestRowsInAnyCase() {
        assertThat(Dataset.select(TableReaderTest.read(TABLE), List.of("x"), "y", "part")
                        .test())
                .containsExactly(false, true, false);
    }

    @Test
    void cellsThatAreNoNumbersAreRefusedByLineOnlyInChosenColumns() {
        String text = "x,y,w\n1,abc,?\n,2,?\n3,NaN,?\n4,1e999,?\n5,5,?\n";
        assertProblems(
                text,
                List.of("x"),
                "y",
                null,
                "own.csv line 3, column \"x\": the cell is blank",
                "own.csv line 2, column \"y\": \"abc\" is not a number",
                "own.csv line 4, column \"y\": \"NaN\" is not a number",
                "own.csv line 5, column \"y\": \"1e999\" is not a number");
    }

    @Test
    void columnsThatAreNotThereOrChosenTwiceAreNamedAtOnce() {
        assertProblems(
                TABLE,
                List.of("x", "X", "x"),
                "x",
                "half",
                "own.csv has no column \"X\"; there are \"id\", \"x\", \"z\", \"y\", \"part\"",
                "own.csv: column \"x\" is chosen twice",
                "own.csv: column \"x\" is chosen twice",
                "own.csv has no column \"half\"; there are \"id\", \"x\", \"z\", \"y\", \"part\"");
        assertProblems(TABLE, List.of(), "y", null, "own.csv: at least one x column must be chosen");
    }

    @Test
    void aSplitColumnSaysTrainOrTestAndNothingElse() {
        assertProblems(
                "x,y,part\n1,2,train\n1,2,\n1,2,valid\n1,2,0\n",
                List.of("x"),
                "y",
                "part",
                "own.csv line 3, column \"part\": the cell is blank; it must be train or test",
                "own.csv line 4, column \"part\": \"valid\" must be train or test",
                "own.csv line 5, column \"part\": \"0\" must be train or test");
        assertProblems(
                "x,y,part\n1,2,test\n", List.of("x"), "y", "part", "own.csv, column \"part\": no row says train");
    }

    @Test
    void manyBadCellsGiveTwentyOneLines() {
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> Dataset.select(
                        TableReaderTest.read("x,y\n" + "1,?\n".repeat(100_000)), List.of("x"), "y", null))
                .satisfies(e -> assertThat(e.problems()).hasSize(21).endsWith("… and 99980 more"));
    }

    @Test
    void wordsOfTheUserNeverBreakTheLine() {
        assertProblems(
                "x,y\n1,\"a\nb" + "c".repeat(50) + "\"\n",
                List.of("x"),
                "y",
                null,
                "own.csv line 2, column \"y\": \"a b" + "c".repeat(37) + "…\" is not a number");
    }

    private static void assertProblems(String text, List<String> x, String y, @Nullable String split, String... lines) {
        Table table = TableReaderTest.read(text);
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> Dataset.select(table, x, y, split))
                .satisfies(e -> assertThat(e.problems()).containsExactly(lines));
    }
}
