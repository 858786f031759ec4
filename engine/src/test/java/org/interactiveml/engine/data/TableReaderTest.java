package org.interactiveml.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.interactiveml.engine.SharedFiles;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x,y\n1,2.5\n-3,4e2\n",
                "x,y\r\n1,2.5\r\n-3,4e2",
                "\uFEFFx,y\n1,2.5\n-3,4e2\n",
                "x;y\n1;2.5\n-3;4e2\n",
                "x;y\n1;2,5\n-3;4e2\n",
                "x\ty\n1\t2,5\n-3\t4e2\n",
                "x|y\n1|2.5\n-3|4e2\n",
                "\"x\",\"y\"\n\"1\",\"2.5\"\n\"-3\",\"4e2\"\n",
                " x , y \n 1 , 2.5 \n -3 , +400 \n",
                "\n\nx,y\n\n1,2.5\n   \n-3,400.\n\n",
            })
    void readsTheTableHoweverItIsWritten(String text) {
        Table table = read(text);
        assertThat(table.columnNames()).containsExactly("x", "y");
        assertThat(values(table, "x")).containsExactly(1, -3);
        assertThat(values(table, "y")).containsExactly(2.5, 400);
    }

    @Test
    void firstRowOfNumbersIsDataAndColumnsAreNumbered() {
        Table table = read("1,2\n3,4\n");
        assertThat(table.columnNames()).containsExactly("c1", "c2");
        assertThat(values(table, "c2")).containsExactly(2, 4);
        assertThat(table.line(0)).isEqualTo(1);
    }

    @Test
    void aBlankHeaderIsNumberedAsRowNamesOfRAre() {
        assertThat(read("\"\",\"y\"\n\"1\",2\n").columnNames()).containsExactly("c1", "y");
    }

    @Test
    void textsStayAsWritten() {
        Table table = read("name,part,y\n\"Smith, John \",train,1\n\"two\nlines\",\"say \"\"hi\"\"\",2\n3,test,4\n");
        Column name = table.column("name").orElseThrow();
        assertThat(name.isNumeric()).isFalse();
        assertThat(name.text(0)).isEqualTo("Smith, John");
        assertThat(name.text(1)).isEqualTo("two\nlines");
        assertThat(name.text(2)).isNull();
        assertThat(name.values()).containsExactly(Double.NaN, Double.NaN, 3);
        assertThat(table.column("part").orElseThrow().text(1)).isEqualTo("say \"hi\"");
    }

    @Test
    void rowsKnowTheirLineEvenAfterBlankLinesAndQuotedLineBreaks() {
        Table table = read("name,y\n\n\"a\nb\",1\nc,2\n");
        assertThat(table.line(0)).isEqualTo(3);
        assertThat(table.line(1)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "-inf",
                "0x10",
                "1d",
                "1f",
                "1_000",
                "1.2.3",
                "1e",
                "e5",
                ".",
                "-",
                "1e999",
                "2020-01-01"
            })
    void whatIsNoFiniteDecimalNumberIsText(String cell) {
        Column column = read("x,y\n1," + cell + "\n").column("y").orElseThrow();
        assertThat(column.isNumeric()).isFalse();
        assertThat(column.text(0)).isEqualTo(cell);
    }

    @RepeatedTest(50)
    void everyDoubleIsReadBackAsItself(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        double[] expected = new SplittableRandom(seed)
                .longs(200)
                .mapToDouble(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .toArray();
        StringBuilder text = new StringBuilder("y\n");
        for (double value : expected) {
            text.append(value).append('\n');
        }
        assertThat(values(read(text.toString()), "y")).as("seed %d", seed).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                    | own.csv is empty",
                "`\\n\\n`              | own.csv is empty",
                "`x,y\\n`              | own.csv has a header but no rows of data",
                "`x,y\\n1,2\\n1,2,3\\n`| own.csv line 3: 3 values where the header has 2",
                "`x,y\\n1,2\\n1\\n`    | own.csv line 3: 1 value where the header has 2",
                "`1,2\\n1,2,3\\n`      | own.csv line 2: 3 values where the first row has 2",
                "`x,y,x\\n1,2,3\\n`    | own.csv has two columns named \"x\"",
                "`x;y\\n1,5;2\\n1.5;2` | own.csv uses a decimal comma (line 2) and a decimal point (line 3); use one of them",
                "`x,y\\n\\0,2\\n`      | own.csv is not UTF-8 text; save it as CSV in UTF-8",
            })
    void refusesWithTheLine(String text, String line) {
        assertRefused(text.replace("\\n", "\n").replace("\\0", "\0").getBytes(StandardCharsets.UTF_8), line);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertRefused("gr\u00f6\u00dfe,y\n1,2\n".getBytes(StandardCharsets.ISO_8859_1), NOT_TEXT);
        assertRefused("x,y\n1,2\n".getBytes(StandardCharsets.UTF_16), NOT_TEXT);
        byte[] late = ("x,y\n" + "1,2\n".repeat(100_000) + "1,\u00f6\n").getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(late, NOT_TEXT);
    }

    @Test
    void anUnclosedQuoteIsRefusedInOneLine() {
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> read("x,y\n1,\"2\n3,4\n"))
                .satisfies(e -> assertThat(e.problems())
                        .singleElement()
                        .asString()
                        .startsWith("own.csv cannot be read as CSV: ")
                        .contains("line 2")
                        .doesNotContain("\n"));
    }

    @Test
    void allProblemsAreReportedUpToTwenty() {
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> read("x,x\n" + "1\n".repeat(32)))
                .satisfies(e -> assertThat(e.problems())
                        .hasSize(21)
                        .startsWith(
                                "own.csv has two columns named \"x\"", "own.csv line 2: 1 value where the header has 2")
                        .endsWith("… and 13 more"));
    }

    @Test
    void tooManyRowsColumnsOrBytesAreRefused() {
        assertRefused("x\n" + "1\n".repeat(1_000_001), "own.csv must have at most 1000000 rows, not more");
        assertThat(read("x\n" + "1\n".repeat(1_000_000)).size()).isEqualTo(1_000_000);
        assertRefused("x,".repeat(10_000) + "x\n1", "own.csv must have at most 10000 columns, not more");
        assertRefused("x,".repeat(30_000) + "x\n1", "own.csv must have at most 10000 columns, not more");
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> TableReader.read("own.csv", new EndlessLines()))
                .withMessage("own.csv must be at most 200 MB, but is larger");
    }

    @Test
    void aStreamThatBreaksOffIsNoBadTable() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> TableReader.read("own.csv", new BrokenLines()))
                .withMessage("connection reset");
    }

    /** Some lines, then no connection any more. */
    private static final class BrokenLines extends InputStream {
        private boolean sent;

        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (sent) {
                return read();
            }
            sent = true;
            byte[] lines = "x,y\n1,2\n3".getBytes(StandardCharsets.UTF_8);
            System.arraycopy(lines, 0, target, from, lines.length);
            return lines.length;
        }
    }

    /** One number and a thousand blanks, again and again. */
    private static final class EndlessLines extends InputStream {
        private final byte[] line = ("1" + " ".repeat(1_000) + "\n").getBytes(StandardCharsets.UTF_8);

        @Override
        public int read() {
            throw new UnsupportedOperationException("single bytes");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int n = Math.min(length, line.length);
            System.arraycopy(line, 0, bytes, offset, n);
            return n;
        }
    }

    @Test
    void filesThatAreNotThereAreNamed(@TempDir Path folder) throws IOException {
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> TableReader.read(folder.resolve("own.csv")))
                .withMessage("own.csv: no such file");
        Files.createDirectory(folder.resolve("sub"));
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> TableReader.read(folder.resolve("sub")))
                .withMessage("sub is a directory, not a file");
    }

    @RepeatedTest(200)
    void anyBytesGiveATableOrLines(RepetitionInfo repetition) throws IOException {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        byte[] bytes = new byte[random.nextInt(60)];
        String alphabet = "1,2;\n\r\"x.\t|- \u00e4";
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte)
                    (random.nextInt(40) == 0
                            ? random.nextInt()
                            : alphabet.charAt(random.nextInt(alphabet.length() - 1)));
        }
        try {
            Table table = TableReader.read("own.csv", new ByteArrayInputStream(bytes));
            assertThat(table.columns())
                    .as("seed %d", seed)
                    .isNotEmpty()
                    .allSatisfy(column -> assertThat(column.values()).hasSize(table.size()));
        } catch (TableException e) {
            assertThat(e.problems()).as("seed %d", seed).isNotEmpty().noneMatch(line -> line.contains("\n"));
        }
    }

    @ParameterizedTest
    @CsvSource({"diabetes.csv, 442, 11, target, 151", "cars.csv, 50, 2, dist, 2", "faithful.csv, 272, 2, waiting, 79"})
    void publicTablesAreRead(String file, int rows, int columns, String column, double first) {
        Path data = SharedFiles.find("data/" + file);
        assumeTrue(Files.exists(data));
        Table table = TableReader.read(data);
        assertThat(table.size()).isEqualTo(rows);
        assertThat(table.columns()).hasSize(columns).allMatch(Column::isNumeric);
        assertThat(values(table, column)[0]).isEqualTo(first);
    }

    private static final String NOT_TEXT = "own.csv is not UTF-8 text; save it as CSV in UTF-8";

    private static void assertRefused(String text, String line) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), line);
    }

    private static void assertRefused(byte[] bytes, String line) {
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> TableReader.read("own.csv", new ByteArrayInputStream(bytes)))
                .satisfies(e -> assertThat(e.problems()).isEqualTo(List.of(line)));
    }

    static Table read(String text) {
        try {
            return TableReader.read("own.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static double[] values(Table table, String column) {
        return table.column(column).orElseThrow().values();
    }

    @Test
    void theTableSaysHowItsFileIsWritten() {
        assertThat(read("a;b\n1,5;2\n").dialect())
                .isEqualTo(new Dialect(';', ',', true))
                .hasToString("separated by semicolons, decimal comma, names in the first row");
        assertThat(read("1.5\t2\n3\t4\n").dialect())
                .isEqualTo(new Dialect('\t', '.', false))
                .hasToString("separated by tabs, decimal point, no header");
    }
}
